import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { setCarveOut } from '@/features/places/commands/set-carve-out';
import { setCarveOutInput } from '@/features/places/schema/carve-outs';
import { addDays, todayOn, weekdayOf } from '@/lib/dates';
import { readyToPublish } from '../queries/ready-to-publish';
import {
  changeOfferingInput,
  createOfferingInput,
  publishOfferingInput,
} from '../schema/manage-offering';
import { addSessionInput, addSlotsInput } from '../schema/manage-session';
import { addSession } from './add-session';
import { addSlots } from './add-slots';
import { changeOffering } from './change-offering';
import { copyOffering } from './copy-offering';
import { createOffering } from './create-offering';
import { publishOffering } from './publish-offering';

const today = todayOn(new Date());
const form = (more: Record<string, unknown> = {}) => ({
  kind: 'training',
  title: '电工初级班',
  visibility: 'all',
  cancelHours: '24',
  bookingOpensAt: `${addDays(today, -1)}T10:00`,
  bookingClosesAt: `${addDays(today, 20)}T18:00`,
  contactPhone: '0775-4567890',
  membersOnly: 'yes',
  hours: '40',
  ...more,
});

const scene = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'union_admin', tree.union.id);
    return { tree, me: as(officer.actor) };
  });
/** The same form for a stored offering, whose conditions have a page of their own. */
const changed = (more: Record<string, unknown>) => {
  const { membersOnly: _own, ...rest } = form(more);
  return changeOfferingInput.parse(rest);
};
type Scene = Awaited<ReturnType<typeof scene>>;

async function aDraft({ me, tree }: Scene, more = {}) {
  const input = { ...form(more), organisationId: tree.union.id };
  const made = await createOffering(me, createOfferingInput.parse(input));
  if (!made.ok) throw new Error(made.reason);
  return made.value.offeringId;
}

const aSessionOn = (offeringId: string, more = {}) =>
  addSessionInput.parse({
    offeringId,
    title: '第一场',
    place: '职工之家',
    startsOn: addDays(today, 30),
    startTime: '09:00',
    endTime: '11:00',
    capacity: '10',
    ...more,
  });

/** Such a day of the week some five weeks from now. */
const nextWeekday = (weekday: number) => {
  const on = addDays(today, 35);
  return addDays(on, (weekday - weekdayOf(on) + 7) % 7);
};
const firstDay = (o: { sessions: readonly { startsAt: Date }[] }) =>
  todayOn(o.sessions[0]?.startsAt ?? new Date());

const publish = (offeringId: string, version = 1, more = {}) =>
  publishOfferingInput.parse({ offeringId, version, ...more });

beforeEach(resetDb);

describe('copying', () => {
  it('takes kept places along, moves birthdays by the year and asks for the day of the number', async () => {
    const h = await scene();
    const { id, sessionId } = await arrange(async (tx) => {
      const offering = await anOffering(tx, {
        organisationId: h.tree.union.id,
        status: 'draft',
        contactPhone: '0775-4567890',
        allocation: 'draw',
        allocationTerms: { draw: { seed: 'lottery', seedOn: addDays(today, 16) } },
        rules: { bornFrom: '2016-09-01', bornTo: '2019-08-31' },
      });
      const session = await aSession(tx, { offeringId: offering.id, capacity: 30 });
      return { id: offering.id, sessionId: session.id };
    });
    const carveOut = { label: '新就业形态', capacity: '3', newFormOnly: 'yes' };
    const set = setCarveOutInput.parse({ sessionId, ...carveOut });
    expect(await setCarveOut(h.me, set)).toMatchObject({ ok: true });
    // The same rule, and the same words, as at publishing.
    const late = {
      ...carveOut,
      sessionId,
      label: '迟了',
      returnsAt: `${addDays(today, 700)}T10:00`,
    };
    expect(await setCarveOut(h.me, setCarveOutInput.parse(late))).toMatchObject({
      reason: 'invalid',
      fieldErrors: { returnsAt: '预留“迟了”的放出时间要早于开始时间' },
    });
    const startsOn = `${Number(today.slice(0, 4)) + 2}-07-03`;
    const round = { title: '2028暑期班', term: '', startsOn };
    const made = await copyOffering(h.me, { offeringId: id, ...round });
    if (!made.ok) throw new Error(made.reason);
    const copy = await getDeskOffering(h.me, made.value.offeringId);
    const years =
      Number(startsOn.slice(0, 4)) - Number(firstDay(await getDeskOffering(h.me, id)).slice(0, 4));
    expect(copy.rules).toMatchObject({
      bornFrom: `${2016 + years}-09-01`,
      bornTo: `${2019 + years}-08-31`,
    });
    expect(
      await sqlAsOwner()`select k.label, k.capacity, k.taken, p.reserved from carve_outs k
      join session_capacity p using (session_id) where k.session_id = ${copy.sessions[0]?.id ?? ''}`,
    ).toMatchObject([{ label: '新就业形态', capacity: 3, taken: 0, reserved: 3 }]);
    const { missing, warnings } = await readyToPublish(h.me, copy);
    expect(missing.map((gap) => gap.at)).toEqual(['seedOn']);
    expect(warnings.join()).toContain('请核对是不是这一期要的');
    expect(
      await publishOffering(h.me, publish(copy.id, copy.version, { evenSo: 'yes' })),
    ).toMatchObject({
      reason: 'incomplete',
      detail: { text: '开奖号：请填用哪一天的开奖号' },
    });
  });

  it('is refused a first day on which the first session does not meet', async () => {
    const h = await scene();
    const id = await aDraft(h);
    const monday = nextWeekday(1);
    const course = { startsOn: monday, endsOn: addDays(monday, 16), weekdays: ['1', '3'] };
    expect(await addSession(h.me, aSessionOn(id, course))).toMatchObject({ ok: true });
    const round = { offeringId: id, title: '下一期', term: '' };
    const friday = addDays(monday, 32);
    expect(await copyOffering(h.me, { ...round, startsOn: friday })).toMatchObject({
      reason: 'invalid',
      fieldErrors: { startsOn: expect.stringContaining('第一次是') },
    });
    expect(await copyOffering(h.me, { ...round, startsOn: addDays(monday, 30) })).toMatchObject({
      ok: true,
    });
  });
});

describe('the meetings of a session', () => {
  it('begin with its first day, or the form says which day is the first', async () => {
    const h = await scene();
    const id = await aDraft(h);
    const tuesday = nextWeekday(2);
    const typed = { startsOn: tuesday, endsOn: addDays(tuesday, 14), weekdays: ['1', '3'] };
    expect(await addSession(h.me, aSessionOn(id, typed))).toMatchObject({
      reason: 'invalid',
      fieldErrors: { startsOn: expect.stringMatching(/是周二，不上。第一次是.*（周三）/) },
    });
    const wednesday = addDays(tuesday, 1);
    const made = await addSession(h.me, aSessionOn(id, { ...typed, startsOn: wednesday }));
    expect(made).toMatchObject({ ok: true });
    const [session] = (await getDeskOffering(h.me, id)).sessions;
    expect(session && [todayOn(session.startsAt), todayOn(session.endsAt)]).toEqual([
      wednesday,
      addDays(tuesday, 13),
    ]);
    await expect(
      sqlAsOwner()`update offering_sessions set starts_at = starts_at - interval '1 day'`,
    ).rejects.toThrow('offering_sessions_meetings');
  });

  it('leave out the holidays of the work calendar where the session says so', async () => {
    const h = await scene();
    const id = await aDraft(h);
    const monday = nextWeekday(1);
    const off = addDays(monday, 7);
    await sqlAsOwner()`insert into holidays ("on", kind, name) values (${off}, 'off', '假日')
      on conflict do nothing`;
    const typed = { startsOn: monday, endsOn: addDays(monday, 21), weekdays: ['1'] };
    await addSession(h.me, aSessionOn(id, { ...typed, skipHolidays: 'yes' }));
    const [session] = (await getDeskOffering(h.me, id)).sessions;
    expect(session?.details).toMatchObject({ off: [off], skipHolidays: true });
  });
});

describe('a published offering', () => {
  it('takes no closing time after its last session', async () => {
    const h = await scene();
    const id = await aDraft(h);
    await addSession(h.me, aSessionOn(id));
    const published = await publishOffering(h.me, publish(id, 1, { evenSo: 'yes' }));
    expect(published).toMatchObject({ ok: true });
    const { version } = await getDeskOffering(h.me, id);
    const late = { offeringId: id, version, bookingClosesAt: `${addDays(today, 60)}T18:00` };
    expect(await changeOffering(h.me, changed(late))).toMatchObject({
      reason: 'invalid',
      fieldErrors: { bookingClosesAt: expect.stringContaining('晚于最后一场') },
    });
  });

  it('takes no half-days before a date that must lie ahead of its first session', async () => {
    const h = await scene();
    const id = await aDraft(h);
    await addSession(h.me, aSessionOn(id));
    await publishOffering(h.me, publish(id, 1, { evenSo: 'yes' }));
    await sqlAsOwner()`update offerings set rules = jsonb_build_object('bornTo', ${addDays(today, 25)}::text)
      where id = ${id}`;
    const halfDays = (startsOn: string) =>
      addSlotsInput.parse({
        offeringId: id,
        place: '职工之家',
        startsOn,
        endsOn: startsOn,
        morning: 'yes',
        morningFrom: '08:30',
        morningTo: '11:30',
        afternoonFrom: '14:30',
        afternoonTo: '17:00',
        capacity: '10',
      });
    expect(await addSlots(h.me, halfDays(addDays(today, 24)))).toMatchObject({
      reason: 'invalid',
      fieldErrors: { startsOn: '最晚生日晚于第一场，请改条件' },
    });
    expect(await addSlots(h.me, halfDays(addDays(today, 28)))).toMatchObject({
      value: { added: 1 },
    });
  });
});
