import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { followUps } from '@/db/schema/follow-ups';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { addDays, addMonths, startOfDay, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import { answerFollowUp } from './commands/answer-follow-up';
import { askFollowUps } from './commands/ask-follow-ups';
import { personalData } from './personal-data';
import {
  countFollowUps,
  getMyFollowUp,
  listFollowUps,
  listMyFollowUps,
} from './queries/follow-ups';

beforeEach(resetDb);

const HOUR = 3_600_000;

interface Given {
  /** Months since the last lesson, and days besides. */
  readonly months?: number;
  readonly days?: number;
  readonly on?: boolean;
  readonly members?: number;
}

/** A course that ended so long ago; everybody came but one, who stayed away. */
const scene = ({ months = 3, days = 0, on = true, members = 2 }: Given = {}) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const organisationId = tree.union.id;
    const offering = await anOffering(tx, { organisationId, details: { followUps: on } });
    const endedOn = addDays(addMonths(todayOn(tx.now), -months), -days);
    const endsAt = new Date(startOfDay(endedOn).getTime() + 12 * HOUR);
    const session = await aSession(tx, {
      offeringId: offering.id,
      startsAt: new Date(endsAt.getTime() - 2 * HOUR),
      endsAt,
    });
    const people = [];
    for (let n = 0; n < members; n++) {
      const member = await aMember(tx, { organisationId: tree.otherUnion.id });
      const booking = await aBooking(tx, { member, session, organisationId, status: 'attended' });
      people.push({ ...member, me: as(actorOf(member)), bookingId: booking.id });
    }
    const away = await aMember(tx, { organisationId });
    await aBooking(tx, { member: away, session, organisationId, status: 'absent' });
    return {
      offering: { id: offering.id, organisationId },
      people,
      officer: as((await anOfficer(tx, 'union_admin', organisationId)).actor),
      other: as((await anOfficer(tx, 'union_admin', tree.otherUnion.id)).actor),
    };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const ask = () => askFollowUps(makeCtx(system()));
const questions = () =>
  sqlAsOwner()<{ id: string; account: string; round: number }[]>`
    select id, account_id as account, round from follow_ups order by round, id`;
const of = (s: Scene, n: number) => {
  const found = s.people[n];
  if (!found) throw new Error('no such person');
  return found;
};
async function asked(s: Scene, n: number): Promise<string> {
  const [mine] = await listMyFollowUps(of(s, n).me, of(s, n).bookingId);
  if (!mine) throw new Error('not asked');
  return mine.id;
}

describe('a training is followed up', () => {
  it('three months after its last lesson: who came is asked once, by a notice and a text', async () => {
    await scene();
    expect(await ask()).toBe(2);
    expect(await ask()).toBe(0);
    expect((await questions()).map(({ round }) => round)).toEqual([1, 1]);
    const notices = await sqlAsOwner()`select 1 from notices where title like '培训回访%'`;
    const texts = await sqlAsOwner()`select 1 from outbox where template = 'follow_up'`;
    expect([notices.length, texts.length]).toEqual([2, 2]);
  });

  it('once also by two runs at the same time', async () => {
    await scene({ members: 5 });
    const counts = await Promise.all([ask(), ask()]);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5);
    expect(await sqlAsOwner()`select 1 from notices where title like '培训回访%'`).toHaveLength(5);
  });

  it('a second time six months after', async () => {
    await scene({ months: 6 });
    await ask();
    expect((await questions()).map(({ round }) => round)).toEqual([2, 2]);
  });

  it.each([
    // Months differ by three days, so that neither edge is a day of the calendar.
    ['not some days before it is due', { days: -4 }, 0],
    ['also some weeks late', { days: 25 }, 2],
    ['no more a long time after', { days: 35 }, 0],
    ['not where the course does not ask', { on: false }, 0],
  ])('%s', async (_, given, count) => {
    await scene(given);
    expect(await ask()).toBe(count);
  });

  it('by as many months as the settings say', async () => {
    await scene({ months: 4 });
    await sqlAsOwner()`insert into settings (key, value) values ('follow_up_first_months', '4'::jsonb)`;
    expect(await ask()).toBe(2);
  });
});

describe('the answer', () => {
  it('is given by oneself, may be changed, and stands in no ledger', async () => {
    const s = await scene();
    await ask();
    const followUpId = await asked(s, 0);
    await answerFollowUp(of(s, 0).me, { followUpId, answer: 'unemployed' });
    await answerFollowUp(of(s, 0).me, { followUpId, answer: 'employed' });
    expect(await getMyFollowUp(of(s, 0).me, followUpId)).toMatchObject({ answer: 'employed' });
    const lines = await sqlAsOwner()<{ line: string }[]>`
      select concat(before, after, reason) as line from audit_entries where action = 'answer_follow_up'`;
    expect(lines).toHaveLength(2);
    expect(lines.map(({ line }) => line).join()).not.toMatch(/employed/);
  });

  it('of another does not exist, for a member and for an officer', async () => {
    const s = await scene();
    await ask();
    const input = { followUpId: await asked(s, 0), answer: 'employed' } as const;
    await expect(answerFollowUp(of(s, 1).me, input)).rejects.toThrow(NotFound);
    await expect(answerFollowUp(s.officer, input)).rejects.toThrow(NotFound);
    await expect(getMyFollowUp(of(s, 1).me, input.followUpId)).rejects.toThrow(NotFound);
  });

  it('is refused once the question is closed', async () => {
    const s = await scene();
    await ask();
    await sqlAsOwner()`update follow_ups set asked_at = now() - interval '62 days'`;
    const input = { followUpId: await asked(s, 0), answer: 'employed' } as const;
    expect(await answerFollowUp(of(s, 0).me, input)).toMatchObject({ reason: 'closed' });
  });
});

describe('the officer', () => {
  it('counts who was asked and what they said, and opens each number, on record', async () => {
    const s = await scene({ members: 3 });
    await ask();
    await answerFollowUp(of(s, 0).me, { followUpId: await asked(s, 0), answer: 'employed' });
    await answerFollowUp(of(s, 1).me, { followUpId: await asked(s, 1), answer: 'self_employed' });
    expect(await countFollowUps(s.officer, s.offering.id)).toEqual([
      {
        round: 1,
        months: 3,
        asked: 3,
        by: { employed: 1, self_employed: 1, unemployed: 0, none: 1 },
      },
    ]);
    const open = (answer?: 'employed' | 'none') =>
      listFollowUps(s.officer, s.offering, { round: 1, answer, page: 1 });
    expect((await open()).rows).toHaveLength(3);
    expect((await open('none')).rows).toHaveLength(1);
    const [row] = (await open('employed')).rows;
    expect(row?.attendee).toContain('*');
    const looks = await sqlAsOwner()`select 1 from audit_entries where action = 'view_follow_ups'`;
    expect(looks).toHaveLength(3);
  });

  it('of the member’s own union sees nothing of it: the training was another’s', async () => {
    const s = await scene();
    await ask();
    expect(await countFollowUps(s.other, s.offering.id)).toEqual([]);
  });
});

describe('who was asked', () => {
  const bySystem = makeCtx(system());

  it('is handed out to the person, and forgotten with them; the count stays', async () => {
    const s = await scene();
    await ask();
    await answerFollowUp(of(s, 0).me, { followUpId: await asked(s, 0), answer: 'employed' });
    const { personId } = of(s, 0);
    const out = await read(bySystem, (tx) => personalData.export(tx, personId));
    expect(out.followUps).toMatchObject([{ months: 3, answer: 'employed' }]);
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(1);
    expect((await read(bySystem, (tx) => personalData.export(tx, personId))).followUps).toEqual([]);
    expect((await countFollowUps(s.officer, s.offering.id))[0]?.by.employed).toBe(1);
  });

  it('is forgotten after three years', async () => {
    const s = await scene();
    await ask();
    const [first] = await questions();
    await sqlAsOwner()`update follow_ups set asked_at = now() - interval '3 years 1 day' where id = ${first?.id ?? ''}`;
    expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
    expect(await arrange((tx) => personalData.expire(tx))).toBe(0);
    const left = await arrange((tx) => tx.db.select().from(followUps));
    expect(left.filter(({ accountId }) => accountId === null)).toHaveLength(1);
    expect((await countFollowUps(s.officer, s.offering.id))[0]?.asked).toBe(2);
  });
});
