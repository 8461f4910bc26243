import { beforeEach, describe, expect, it } from 'vitest';
import { sqlAsOwner } from '@/db/testing/index';
import { addDays, todayOn, toLocalDateTime } from '@/lib/dates';
import { Forbidden } from '@/lib/errors';
import { readPlanCheck } from '../queries/plan-check';
import { openTemplate } from '../queries/plan-form';
import { planOfferingInput } from '../schema/plan-offering';
import { count, form, h, line, made, monday, plan, setScene } from './plan-offering.test-helpers';

beforeEach(setScene);

const wrongAt = (more: Record<string, string>) => {
  const parsed = planOfferingInput.safeParse(form(more));
  return parsed.error?.issues.map((issue) => issue.path[0]);
};
describe('an offering made in one sitting', () => {
  it('is a draft with its sessions, conditions, a question and who looks after its classes', async () => {
    const id = await made(h.town);
    const [offering] = await sqlAsOwner()`select * from offerings where id = ${id}`;
    expect(offering).toMatchObject({
      status: 'draft',
      title: '寒假托管班',
      term: '2027寒假',
      details: { feeFen: 0, feeNote: '午餐自理', asksPickUp: true },
      rules: { gradeMin: 3, gradeMax: 5, familyLimit: 2, quotaUnit: 5, membersOnly: true },
    });
    const sessions = await sqlAsOwner()`
      select s.*, c.capacity from offering_sessions s join session_capacity c on c.session_id = s.id
      order by s.starts_at`;
    expect(sessions.map((s) => [s.title, s.place, s.capacity])).toEqual([
      ['一班', '职工之家 一楼', 30],
      ['二班', '职工之家 二楼', 30],
    ]);
    expect(sessions[0]?.details.weekdays).toEqual([1, 2, 3, 4, 5]);
    const [question] = await sqlAsOwner()`select * from question_versions`;
    expect(question).toMatchObject({
      type: 'choice',
      choices: ['是', '否'],
      required: true,
      kept_days: 30,
    });
    expect(await sqlAsOwner()`select name, role from class_staff`).toEqual([
      { name: '覃石榴', role: 'teacher' },
      { name: '覃石榴', role: 'teacher' },
    ]);
    const audits =
      await sqlAsOwner()`select after::text as said from audit_entries where action = 'plan_offering'`;
    expect(audits).toHaveLength(1);
    expect(audits[0]?.said).not.toContain('覃石榴');
  });

  it('ends its booking the evening before the first session where no end was typed', async () => {
    await made(h.town);
    const [row] = await sqlAsOwner()`select booking_closes_at as at from offerings`;
    expect(toLocalDateTime(row?.at)).toBe(`${addDays(monday(3), -1)}T18:00`);
  });

  it('is made by who manages the kind there, and at no other union', async () => {
    await expect(plan(h.far)).rejects.toThrow(Forbidden);
    await expect(plan(h.women, { organisationId: h.venue.id })).rejects.toThrow(Forbidden);
    expect(await plan(h.women)).toMatchObject({ ok: true });
  });

  it('says what is wrong at its field, that of a line with its number', () => {
    expect(wrongAt({ title: '' })).toEqual(['title']);
    expect(wrongAt({ gradeMin: '6' })).toEqual(['gradeMax']);
    expect(wrongAt(line(2, { startsOn: '', capacity: '' }))).toEqual(['startsOn_2', 'capacity_2']);
    expect(wrongAt(line(1, { weekdays: '' }))).toEqual(['weekdays_1']);
    expect(wrongAt(line(1, { venueId: '', place: '' }))).toEqual(['place_1']);
    expect(wrongAt({ staffPhone: '123' })).toEqual(['staffPhone']);
    expect(wrongAt({ staffName: '' })).toEqual(['staffName']);
    expect(wrongAt({ questionLabel: '长'.repeat(61) })).toEqual(['questionLabel']);
    expect(wrongAt({ bookingClosesAt: '2020-01-01T00:00' })).toEqual(['bookingClosesAt']);
    expect(wrongAt({ title_7: '第七班' })).toHaveLength(1);
  });

  it('says a missing name and what lacks in the table together', () => {
    const bare = { title: '', gradeMin: '6', ...line(1, { startsOn: '' }) };
    expect(wrongAt(bare)).toEqual(['title', 'gradeMax', 'startsOn_1']);
  });

  it('needs one line of the table, and takes empty ones for none', () => {
    const none = { title: '', venueId: '', place: '', startsOn: '', endsOn: '' };
    expect(planOfferingInput.parse(form(line(2, none))).sessions).toHaveLength(1);
    expect(wrongAt({ ...line(1, none), ...line(2, none) })).toContain('startsOn_1');
  });
});

describe('the check of a draft', () => {
  it('says what is asked, and of each class who looks after it and lacks a check', async () => {
    const id = await made(h.town);
    expect(await readPlanCheck(h.town, { id, kind: 'childcare' })).toEqual({
      questions: ['中午在班里吃饭吗'],
      staff: [
        { session: '一班', n: 1, unchecked: 1 },
        { session: '二班', n: 1, unchecked: 1 },
      ],
    });
    await sqlAsOwner()`update class_staff set check_passed_on = current_date - 30, check_reference = 'x',
      check_valid_until = current_date + 300`;
    const { staff } = await readPlanCheck(h.town, { id, kind: 'childcare' });
    expect(staff.map(({ unchecked }) => unchecked)).toEqual([0, 0]);
  });
});

describe('a plan that cannot be as it was typed', () => {
  const nothing = async () =>
    expect(
      await Promise.all(['offerings', 'offering_sessions', 'questions', 'class_staff'].map(count)),
    ).toEqual([0, 0, 0, 0]);

  it('is refused with no day left after the holidays, at its line, and nothing of it is stored', async () => {
    const days = Array.from({ length: 5 }, (_, n) => addDays(monday(3), n));
    for (const on of days) {
      await sqlAsOwner()`insert into holidays ("on", kind, name) values (${on}, 'off', '放假')
        on conflict ("on") do update set kind = 'off'`;
    }
    const last = addDays(monday(3), 4);
    const refused = await plan(h.town, { ...line(2, { endsOn: last }), skipHolidays: 'yes' });
    expect(refused).toMatchObject({
      reason: 'invalid',
      fieldErrors: {
        weekdays_2: expect.stringContaining('没有一天要上'),
        startsOn_1: expect.stringContaining('放假'),
      },
    });
    await nothing();
  });

  it('is asked once where two lines are in one venue at one time, and stored when meant so', async () => {
    const same = line(2, { startTime: '09:00', place: '一楼' });
    expect(await plan(h.town, same)).toMatchObject({
      reason: 'venue_used',
      fieldErrors: { venueId_2: expect.stringContaining('这段时间已有：寒假托管班') },
    });
    await nothing();
    expect(await plan(h.town, { ...same, evenSo: 'yes' })).toMatchObject({ ok: true });
  });

  it('is refused with more places than the venue holds, and in the past', async () => {
    expect(await plan(h.town, line(2, { capacity: '41' }))).toMatchObject({
      fieldErrors: { capacity_2: expect.stringContaining('最多容纳 40 人') },
    });
    const past = { startsOn: addDays(monday(0), -14), endsOn: addDays(monday(0), -10) };
    expect(await plan(h.town, line(1, past))).toMatchObject({
      fieldErrors: { startsOn_1: expect.stringContaining('已过') },
    });
    await nothing();
  });
});

it('a plan after a template opens with the usual of its kind and a window to come', async () => {
  const { values, rules } = await openTemplate(h.town, 'childcare', 'childcare-family');
  expect(rules).toMatchObject({ familyLimit: 2 });
  expect(values).toMatchObject({ title_1: '一班', weekdays_1: '1,2,3,4,5', gradeMin: '2' });
  expect(String(values.bookingOpensAt).slice(0, 10) > todayOn(new Date())).toBe(true);
});
