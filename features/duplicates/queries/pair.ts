import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { duplicatePairs } from '@/db/schema/duplicates';
import { accountPhone } from '@/db/schema/identity';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { asSystem } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { maskPhone } from '@/lib/format';
import { isUuid } from '@/lib/ids';
import { read, within } from '@/lib/transaction';
import { canMergeRecords } from '../policy';
import { employerObstacles, personObstacles, type TwoIds } from './obstacles';
import { type MergeEmployer, readTwoEmployers } from './two-employers';
import { type MergePerson, readTwoPeople } from './two-people';

/** How many rows of a kind follow one record. */
export interface Follows {
  readonly label: string;
  readonly rows: number;
}

async function countFollows(systemTx: Ctx, kind: 'person' | 'employer', id: string) {
  const rows = await systemTx.db.execute<{ label: string; rows: number }>(
    sql`select label, rows from count_merge_rows(${kind}, ${id}::uuid)`,
  );
  return rows.map(({ label, rows: n }): Follows => ({ label, rows: n }));
}

/** What of a person the page shows; numbers masked, nothing sealed leaves this file. */
const personSide = (p: MergePerson) => ({
  id: p.id,
  name: p.name,
  sex: p.sex,
  birthOn: p.birth_on,
  idType: p.id_type,
  idMasked: p.id_masked,
  phoneMasked:
    p.phone_tail === '' ? null : maskPhone(openField(p.phone_sealed, accountPhone(p.account_id))),
  phoneTail: p.phone_tail,
  memberNo: p.member_no,
  union: p.union_name,
  joinedOn: p.joined_on,
  signedInAt: p.last_signed_in_at === p.imported_at ? null : new Date(p.last_signed_in_at),
  imported: p.imported_at !== null,
});
export type PersonSide = ReturnType<typeof personSide>;

const employerSide = ({ employer: e, entry, town, union_name }: MergeEmployer) => ({
  id: e.id,
  name: e.name,
  uscc: e.uscc,
  town,
  union: union_name,
  industry: e.industry,
  staffCount: entry?.staff_count ?? e.staff_count,
  address: e.address,
  origin: entry?.origin ?? null,
  listedOn: entry?.listed_on ?? null,
});
export type EmployerSide = ReturnType<typeof employerSide>;

async function twoPeople(systemTx: Ctx, ids: TwoIds) {
  const [a, b] = await readTwoPeople(systemTx, ids);
  return a && b ? ([personSide(a), personSide(b)] as const) : null;
}

async function twoEmployers(systemTx: Ctx, ids: TwoIds) {
  const [a, b] = await readTwoEmployers(systemTx, ids);
  return a && b ? ([employerSide(a), employerSide(b)] as const) : null;
}

/**
 * A pair side by side: what each record says, what would follow it, why both may be one, what stands in the way.
 * Throws NotFound for a pair outside the officer's unions. `people` and `employers` are null when one of the two
 * stands no more, or the pair is of the other kind.
 */
export async function getPair(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('pair');
  return read(ctx, async (tx) => {
    const [pair] = await tx.db.select().from(duplicatePairs).where(eq(duplicatePairs.id, id));
    if (!pair) throw new NotFound('pair');
    authorize(canMergeRecords(tx.actor, await organisationPath(tx, pair.organisationId)));
    const ids: TwoIds = [pair.aId, pair.bId];
    return within(tx, asSystem(tx), async (systemTx) => {
      const isPerson = pair.kind === 'person';
      const obstacles = await (isPerson ? personObstacles : employerObstacles)(systemTx, ids);
      return {
        ...{ id, kind: pair.kind, status: pair.status, points: pair.points },
        ...{ clauses: pair.clauses, reason: pair.reason, obstacles },
        people: isPerson ? await twoPeople(systemTx, ids) : null,
        employers: isPerson ? null : await twoEmployers(systemTx, ids),
        follows: [
          await countFollows(systemTx, pair.kind, pair.aId),
          await countFollows(systemTx, pair.kind, pair.bId),
        ] as const,
      };
    });
  });
}
export type Pair = Awaited<ReturnType<typeof getPair>>;
