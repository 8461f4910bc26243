import { sql } from 'drizzle-orm';
import { previewUnitList } from '@/features/unit-lists/commands/preview-unit-list';
import { submitUnitList } from '@/features/unit-lists/commands/submit-unit-list';
import type { Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';
import { invented } from './federation';

const { story } = invented;

/** The course that takes names from unions, and the union that has handed some in. */
const COURSE = '有限空间作业安全培训（单位统一报名）';
const UNION = story.platformUnion;
const NAMED = 16;

/** The chair as who hands in. */
async function asChair(tx: Ctx, organisationId: string): Promise<Ctx> {
  const [chair] = await tx.db.execute<{ id: string; name: string }>(sql`
    select a.id, a.display_name as name from role_grants g join accounts a on a.id = g.account_id
    where g.organisation_id = ${organisationId}::uuid and g.role = 'union_admin' limit 1`);
  if (!chair) throw new Error(`no chair of ${UNION} in the seed`);
  return {
    ...tx,
    actor: {
      kind: 'account',
      accountId: chair.id,
      personId: null,
      sessionId: chair.id,
      displayName: chair.name,
      assurance: 'totp',
      mode: 'staff',
      grants: [{ role: 'union_admin', organisationId }],
    },
  };
}

/** One list of a union, handed in by the commands that a chair's hand would call. */
export async function seedUnitLists(tx: Ctx, idOf: (name: string) => string): Promise<void> {
  const organisationId = idOf(UNION);
  const [session] = await tx.db.execute<{ id: string; offering: string }>(sql`
    select s.id, o.id as offering from offering_sessions s join offerings o on o.id = s.offering_id
    where o.title = ${COURSE} order by s.starts_at limit 1`);
  if (!session) throw new Error(`no ${COURSE} in the seed`);
  const people = await tx.db.execute<{ id: string }>(sql`
    select p.id from people p join memberships m on m.person_id = p.id and m.status <> 'left'
    where m.organisation_id = ${organisationId}::uuid and p.account_id is not null
    order by p.id limit ${NAMED}`);
  const chair = await asChair(tx, organisationId);
  await within(tx, chair, (hers) => handIn(hers, session, organisationId, people));
}

type Session = { id: string; offering: string };

async function handIn(
  chair: Ctx,
  session: Session,
  organisationId: string,
  people: readonly { id: string }[],
): Promise<void> {
  const draft = await previewUnitList(chair, {
    offeringId: session.offering,
    sessionId: session.id,
    organisationId,
    pasted: '',
    table: null,
    people: people.map((row) => row.id),
  });
  if (!draft.ok) throw new Error(`the seeded list was refused: ${draft.reason}`);
  const done = await submitUnitList(chair, draft.value);
  if (!done.ok) throw new Error(`the seeded list was not handed in: ${done.reason}`);
}
