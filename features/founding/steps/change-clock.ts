import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { foundings } from '@/db/schema/foundings';
import type { ClockHandlers, ClockRef } from '@/features/clocks/queries/clock-row';
import { endClock, startClock } from '@/features/clocks/steps/start-clock';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { readSettings } from '@/lib/settings';
import { changeLateNotice } from '../messages';
import { canPrepareFounding } from '../policy';
import { changeDays } from '../settings';

const kind = 'change_registration';
const refOf = (subjectId: string): ClockRef => ({ subjectKind: 'founding', subjectId, kind });

/**
 * The days within which a change has to be asked for begin on the day of the change.
 * @returns the last day, YYYY-MM-DD
 */
export async function startChangeClock(tx: Ctx, id: string, startOn: string): Promise<string> {
  const { length } = await readSettings(tx, { length: changeDays });
  const terms = {
    unit: 'day',
    length,
    rollsOver: true,
    silence: 'overdue',
    warnBefore: 7,
  } as const;
  return (await startClock(tx, { ...refOf(id), startOn, terms })).dueOn;
}

/** The change was asked for, or came to nothing; nothing where no such deadline runs. */
export const endChangeClock = (tx: Ctx, id: string, how: 'met' | 'withdrawn'): Promise<boolean> =>
  endClock(tx, refOf(id), how);

const readersOf = async (tx: Ctx, placeId: string): Promise<string[]> => {
  const rows = await tx.db.execute<{ id: string }>(sql`
    with near as (select account_id, depth from officers_at(${placeId}::uuid,
      ${`{${canPrepareFounding.roles.join(',')}}`}::text[]) where acts_for is null)
    select distinct account_id as id from near where depth = (select min(depth) from near) order by id`);
  return rows.map((row) => row.id);
};

async function tell(tx: Ctx, id: string, dueOn: string, late: boolean): Promise<void> {
  const [row] = await tx.db.select().from(foundings).where(eq(foundings.id, id));
  if (!row) return;
  for (const accountId of await readersOf(tx, row.placeId))
    await notify(tx, changeLateNotice(accountId, { id, name: row.name, dueOn, late }));
}

/** What a change does by its deadline: the officers are told before it and after it. */
export const foundingClocks: ClockHandlers = {
  [kind]: {
    lock: async (tx, id) => {
      const [row] = await tx.db
        .select({ id: foundings.id })
        .from(foundings)
        .where(eq(foundings.id, id))
        .for('update');
      return row !== undefined;
    },
    warn: (tx, { subjectId, dueOn }) => tell(tx, subjectId, dueOn, false),
    due: (tx, { subjectId, dueOn }) => tell(tx, subjectId, dueOn, true),
  },
};
