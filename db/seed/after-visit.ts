import { asc, eq } from 'drizzle-orm';
import { absenceExcuses, excuseReason } from '@/db/schema/absences';
import { notices } from '@/db/schema/kernel';
import { membershipApplications as applications } from '@/db/schema/membership';
import { ratingComment, ratings, ratingTasks } from '@/db/schema/ratings';
import { askNotice } from '@/features/ratings/messages';
import { isPoor, type Level, reasonsAt } from '@/features/ratings/rules';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { BookingCase } from './cases';
import { insertAll } from './insert';
import { seededRandom } from './random';

type Rating = typeof ratings.$inferInsert;
type Task = typeof ratingTasks.$inferInsert;

const mostly: readonly Level[] = [5, 5, 5, 4, 5, 4, 5, 3, 5, 4];
const poorWords = ['签到排了半个多小时队，上课晚了。', '短信说九点，到了才知道改成九点半。'];
const DAY = 86_400_000;

function ratingOf({ row, session }: BookingCase, level: Level, comment: string | null): Rating {
  const id = newId();
  const at = new Date(session.row.endsAt.getTime() + DAY);
  const { offering } = session;
  return {
    id,
    entityType: 'booking',
    entityId: row.id,
    accountId: row.accountId,
    organiserId: row.organiserId,
    subject: offering.copiedFrom ?? offering.id,
    kind: row.kind,
    title: offering.title,
    caseNumber: row.kind === 'screening' ? null : row.number,
    level,
    reasons: reasonsAt(level).slice(0, 2),
    commentSealed: comment && sealField(comment, ratingComment(id)),
    changeableUntil: new Date(at.getTime() + DAY),
    createdAt: at,
    updatedAt: at,
  };
}

/** How joining was, by a dozen of those who were let in. */
async function joinRatings(tx: Ctx): Promise<Rating[]> {
  const random = seededRandom(32);
  const rows = await tx.db
    .select({
      entityId: applications.id,
      accountId: applications.accountId,
      organiserId: applications.deskId,
      caseNumber: applications.number,
      decidedAt: applications.decidedAt,
    })
    .from(applications)
    .where(eq(applications.status, 'approved'))
    .orderBy(asc(applications.number))
    .limit(12);
  return rows.flatMap(({ decidedAt, organiserId, ...row }) => {
    if (!decidedAt || !organiserId) return [];
    const level = random.pick([...mostly]);
    const at = new Date(Math.min(decidedAt.getTime() + DAY, tx.now.getTime()));
    const times = { changeableUntil: at, createdAt: at, updatedAt: at };
    const about = {
      entityType: 'application',
      subject: 'join',
      kind: 'join',
      title: '加入工会',
    } as const;
    const said = { level, reasons: reasonsAt(level).slice(0, 2) };
    return [{ id: newId(), organiserId, ...row, ...about, ...said, ...times }];
  });
}

/** The first poor one is overdue, the second waits. */
const taskOf = (rating: Rating, at: number, today: string): Task => ({
  ratingId: rating.id,
  organiserId: rating.organiserId,
  status: 'open',
  dueOn: addDays(today, at === 0 ? -2 : 9),
  createdAt: rating.createdAt,
});

/** An appeal that waits, and one that was refused. */
function appealOf({ row }: BookingCase, at: number, now: Date): typeof absenceExcuses.$inferInsert {
  const reason = at === 0 ? '那天临时加班走不开，给老师打过电话。' : '记错了日子。';
  return {
    bookingId: row.id,
    accountId: row.accountId,
    kind: row.kind,
    organiserId: row.organiserId,
    status: at === 0 ? 'waiting' : 'refused',
    reasonSealed: sealField(reason, excuseReason(row.id)),
    answer: at === 0 ? null : '开课前两天发过提醒，请下次提前取消。',
    createdAt: new Date(now.getTime() - (at + 1) * DAY),
    decidedAt: at === 0 ? null : now,
  };
}

/** How visits went: ratings of what is over, poor ones with their tasks, and appeals against absences. */
export async function seedAfterVisit(
  tx: Ctx,
  cases: readonly BookingCase[],
  accountId: string,
): Promise<void> {
  const random = seededRandom(31);
  const over = cases.filter(({ row }) => row.status === 'attended' && row.kind !== 'childcare');
  const others = over.filter(({ row }) => row.accountId !== accountId);
  const trainings = others.filter(({ row }) => row.kind === 'training');
  const made = others.flatMap((one) => {
    const poor = trainings.indexOf(one);
    if (poor === 0 || poor === 1) {
      return [ratingOf(one, poor === 0 ? 2 : 1, poorWords[poor] ?? null)];
    }
    return random.next() < 0.6 ? [ratingOf(one, random.pick([...mostly]), null)] : [];
  });
  await insertAll(tx, ratings, [...made, ...(await joinRatings(tx))]);
  const tasks = made.filter((r) => isPoor(r.level)).map((r, n) => taskOf(r, n, todayOn(tx.now)));
  await insertAll(tx, ratingTasks, tasks);
  const absent = cases.filter(({ row }) => row.status === 'absent' && row.kind === 'training');
  const appeals = absent.slice(0, 2).map((one, n) => appealOf(one, n, tx.now));
  await insertAll(tx, absenceExcuses, appeals);
  const own = over.find(({ row }) => row.accountId === accountId);
  if (!own) return;
  const { title } = own.session.offering;
  const ask = askNotice({ entityType: 'booking', entityId: own.row.id, kind: own.row.kind, title });
  await insertAll(tx, notices, [{ id: newId(), accountId, ...ask, visibleAt: tx.now }]);
}
