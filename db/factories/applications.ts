import { eq } from 'drizzle-orm';
import { clocks } from '@/db/schema/clocks';
import { membershipApplications as applications } from '@/db/schema/membership';
import { placeOnDesk } from '@/features/applications/steps/place-on-desk';
import { lateFrom, warnDay } from '@/lib/calendar/clock';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { anAccount, type MadeAccount } from './accounts';
import { anApplication } from './membership';

interface Given {
  organisationId: string;
  applicant?: MadeAccount;
  name?: string;
  idNumber?: string;
  /** Written over what submitting made; a due day goes to the clock, too, e.g. one long past. */
  after?: Partial<typeof applications.$inferInsert>;
}

/** Has the clock of a subject end on another day, warning and all. */
export async function dueAt(tx: Ctx, subjectId: string, dueOn: string): Promise<void> {
  const of = eq(clocks.subjectId, subjectId);
  const [clock] = await tx.db.select().from(clocks).where(of);
  if (!clock) throw new Error('no clock to set');
  const calendar = await readWorkCalendar(tx);
  const warnOn = warnDay(dueOn, clock.warnBefore ?? 0, clock.unit, calendar);
  const set = { dueOn, lateAt: lateFrom(dueOn, clock.closesAt), warnOn };
  await tx.db.update(clocks).set(set).where(of);
}

/** An application on its union's desk, as submitting leaves it. Run it as the system. */
export async function aSubmittedApplication(tx: Ctx, given: Given) {
  const { applicant: known, after, name = '韦小满', ...rest } = given;
  const applicant = known ?? (await anAccount(tx));
  const draft = await anApplication(tx, { account: applicant, name, ...rest });
  const placed = await placeOnDesk(tx, draft);
  if (after) await tx.db.update(applications).set(after).where(eq(applications.id, draft.id));
  if (after?.dueOn) await dueAt(tx, draft.id, after.dueOn);
  return { ...placed, version: draft.version + 1, organisationId: given.organisationId, applicant };
}
