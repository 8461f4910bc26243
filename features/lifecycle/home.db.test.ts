import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { rescheduleBooking } from '@/features/enrolment/commands/reschedule-booking';
import { swapAttendees } from '@/features/moves/commands/swap-attendees';
import {
  agreed,
  bookIn,
  bookingRowOf,
  type Classes,
  classes,
  memberOf,
  moveTo,
  sessionOf,
} from '@/features/moves/moves.test-helpers';
import { swapAttendeesInput } from '@/features/moves/schema/move';
import { addQuestion } from '@/features/questions/commands/add-question';
import { addQuestionInput } from '@/features/questions/schema/manage-question';
import { mergeSessions } from '@/features/scheduling/commands/merge-sessions';
import { undoMerge } from '@/features/scheduling/commands/undo-merge';
import { mergeSessionsInput } from '@/features/scheduling/schema/merge';
import { readOwnHome } from './queries/home';

beforeEach(resetDb);

/** The second of two classes alone asks something. */
async function oneAsks(h: Classes) {
  const admin = await arrange((tx) => anOfficer(tx, 'union_admin', h.tree.union.id));
  const question = { type: 'text', label: '会不会游泳', required: 'yes', keptDays: '30' };
  const sessionIds = sessionOf(h, 1);
  const made = await addQuestion(
    as(admin.actor),
    addQuestionInput.parse({ offeringId: h.offering.id, ...question, sessionIds }),
  );
  if (!made.ok) throw new Error(made.reason);
}
const tasks = async (h: Classes, member: number) =>
  (await readOwnHome(memberOf(h, member))).todos.filter(({ tag }) => tag === '待补充');
const asked = () =>
  sqlAsOwner()`select account_id, title, body, link from notices
    where dedupe_key like 'questions:%:moved:%' and cancelled_at is null`;

describe('questions of another class', () => {
  it('are news and a task of who was moved there, once, and of nobody else', async () => {
    const h = await classes();
    await oneAsks(h);
    const [mine] = [await bookIn(h, 0, 0), await bookIn(h, 1, 0)];
    expect(await moveTo(h, mine, 1, agreed)).toMatchObject({ ok: true });
    expect(await asked()).toMatchObject([
      {
        account_id: h.members[0]?.accountId,
        title: '报名信息需要补充',
        body: expect.stringMatching(/换了场次，还有问题要答，请在.*前补充/),
        link: `/me/bookings/${mine}/questions`,
      },
    ]);
    expect(await tasks(h, 0)).toMatchObject([
      { sub: expect.stringMatching(/^1 题，.*前答$/), href: `/me/bookings/${mine}/questions` },
    ]);
    expect(await tasks(h, 1)).toEqual([]);
    await sqlAsOwner()`update offering_sessions set starts_at = now() + interval '1 minute'`;
    expect(await tasks(h, 0)).toEqual([]);
  });

  it('are asked of the one of two who swap who goes there', async () => {
    const h = await classes({ capacities: [1, 1] });
    const [mine, other] = [await bookIn(h, 0, 0), await bookIn(h, 1, 1)];
    await oneAsks(h);
    const [{ version }, { number }] = [await bookingRowOf(mine), await bookingRowOf(other)];
    const input = { bookingId: mine, version, number, reason: '换', ...agreed };
    expect(await swapAttendees(h.me, swapAttendeesInput.parse(input))).toMatchObject({ ok: true });
    expect(await asked()).toMatchObject([{ account_id: h.members[0]?.accountId }]);
  });

  it('are asked of a class that was merged into it, and no more once that is taken back', async () => {
    const h = await classes({ sameHours: true });
    await oneAsks(h);
    await bookIn(h, 0, 0);
    await bookIn(h, 1, 0);
    const input = { fromId: sessionOf(h, 0), intoId: sessionOf(h, 1), reason: '并', expected: 2 };
    const merge = () => mergeSessions(h.me, mergeSessionsInput.parse(input));
    const merged = await merge();
    if (!merged.ok) throw new Error(merged.reason);
    expect(await asked()).toHaveLength(2);
    await undoMerge(h.me, { mergeId: merged.value.mergeId });
    expect(await asked()).toEqual([]);
    expect(await tasks(h, 0)).toEqual([]);
    await merge();
    expect(await asked()).toHaveLength(2);
  });

  it('are asked of who goes there by themselves', async () => {
    const h = await classes();
    await oneAsks(h);
    const mine = await bookIn(h, 0, 0);
    // Of the three kinds only a screening lets them.
    await sqlAsOwner()`update offerings set kind = 'screening', details = '{"rescheduleMax": 2}'`;
    await sqlAsOwner()`update bookings set kind = 'screening'`;
    const there = { bookingId: mine, sessionId: sessionOf(h, 1) };
    expect(await rescheduleBooking(memberOf(h, 0), there)).toMatchObject({ ok: true });
    expect(await asked()).toHaveLength(1);
    expect(await tasks(h, 0)).toHaveLength(1);
  });
});
