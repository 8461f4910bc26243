import { eq } from 'drizzle-orm';
import { arrange } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { organisations } from '@/db/schema/organisations';
import { sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import type { ClockHandlers, ClockRef } from './queries/clock-row';
import type { KindTerms } from './rules/due';
import { startClock } from './steps/start-clock';

const sql = sqlAsOwner();
export const today = todayOn(new Date());
export const me = () => makeCtx(system());
export const by = { reason: '等材料', by: '总工会' };
export const days = (length: number, more: Partial<KindTerms> = {}): KindTerms => ({
  ...{ length, unit: 'day', rollsOver: false, silence: 'consent' },
  ...more,
});

export const done: { what: string; id: string; on: string }[] = [];
/** Who is told, set before each test. */
export const concerned = { account: '' };

/** A room of the test: its subjects are organisations, its list is `done`. */
export const handlers: ClockHandlers = {
  test: {
    lock: async (tx, id) => {
      const found = eq(organisations.id, id);
      return (await tx.db.select().from(organisations).where(found).for('update')).length > 0;
    },
    warn: async (_, clock) => void done.push({ what: 'warn', id: clock.subjectId, on: today }),
    due: async (_, clock) => void done.push({ what: 'due', id: clock.subjectId, on: clock.dueOn }),
    moved: async (_, clock, was) => {
      done.push({ what: `moved from ${was}`, id: clock.subjectId, on: clock.dueOn });
      return { accountIds: [concerned.account], matter: '意见书', link: '/' };
    },
  },
};

export const refOf = (subjectId: string): ClockRef => ({
  subjectKind: 'test',
  subjectId,
  kind: 'test',
});

export async function aClock(startOn: string, terms: KindTerms) {
  const { id } = await arrange((tx) => anOrganisation(tx, { kind: 'partner' }));
  const ref = refOf(id);
  const clock = await arrange((tx) => startClock(tx, { ...ref, startOn, terms }));
  return { ref, clock };
}

export const rowOf = async ({ subjectId }: ClockRef) =>
  (
    await sql`select *, due_on::text, ended_on::text, warn_on::text from clocks where subject_id = ${subjectId} order by started_at desc`
  )[0];
export const eventsOf = ({ subjectId }: ClockRef) => sql`
  select e.type, e.due_before::text as before, e.due_after::text as after, e.calendar_version as version
  from clock_events e join clocks c on c.id = e.clock_id where c.subject_id = ${subjectId} order by e.id`;
export const version = async () =>
  (await sql`select coalesce(max(version), 0)::int as v from calendar_versions`)[0]?.v as number;
export const dayOff = (
  on: string,
) => sql`insert into holidays ("on", kind, name) values (${on}, 'off', '假日')
  on conflict ("on") do update set kind = excluded.kind, name = excluded.name`;
export const notices = () =>
  sql`select dedupe_key as key, title from notices where account_id = ${concerned.account}`;
export const audits = (action: string) =>
  sql`select after from audit_entries where action = ${action}`;
