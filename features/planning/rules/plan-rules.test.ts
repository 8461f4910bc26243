import { describe, expect, it } from 'vitest';
import { ruleTemplates } from '@/features/conditions/rules/rule-templates';
import { parseLocalDateTime } from '@/lib/dates';
import { plannedKinds } from '../schema/plan-offering';
import { templateContent } from './plan-base';
import { rowsAfter, weekdayChoices } from './row-values';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);

describe('the content with which a plan begins', () => {
  it('is the usual of its kind with every template’s conditions', () => {
    for (const kind of plannedKinds) {
      for (const { key, rules } of ruleTemplates[kind]) {
        expect(templateContent(kind, key).rules).toMatchObject(rules);
      }
    }
    expect(templateContent('childcare', null).rules).toMatchObject({ gradeMin: 2, gradeMax: 6 });
    expect(templateContent('childcare', 'training-losers').rules).toEqual(
      templateContent('childcare', null).rules,
    );
  });
});

describe('the lines after an earlier round', () => {
  const session = {
    ...{ id: 's', title: '一班', venueId: null, place: '职工之家', capacity: 30 },
    startsAt: at('2026-07-06T08:30'),
    endsAt: at('2026-07-31T18:00'),
    details: { weekdays: [1, 2, 3, 4, 5], skipHolidays: true },
  };

  it('are its sessions so many days later, from the first day that meets', () => {
    const calendar = new Map([['2027-07-05', 'off' as const]]);
    expect(rowsAfter([session], 364, calendar)).toEqual({
      title_1: '一班',
      venueId_1: '',
      place_1: '职工之家',
      startsOn_1: '2027-07-06',
      endsOn_1: '2027-07-30',
      weekdays_1: '1,2,3,4,5',
      startTime_1: '08:30',
      endTime_1: '18:00',
      capacity_1: '30',
      like_1: 's',
    });
  });

  it('of one day have no last day, and in a venue of the register name the room alone', () => {
    const one = {
      ...{ ...session, id: 't', venueId: 'v', place: '文化宫 301', endsAt: at('2026-07-06T11:00') },
      details: { room: '301' },
    };
    expect(rowsAfter([session, one], 7, new Map())).toMatchObject({
      endsOn_2: '',
      venueId_2: 'v',
      place_2: '301',
      weekdays_2: '',
    });
  });
});

it('the days of the week are the usual ones, what the earlier round had, and each alone', () => {
  const choices = weekdayChoices(['1,2', '1,2,3,4,5', '']);
  expect(choices.map((choice) => choice.label)).toEqual([
    '周一至周五',
    '每天',
    '周六、日',
    '周一、三、五',
    '周二、四',
    '周一、二',
    ...['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((day) => `每${day}`),
  ]);
});
