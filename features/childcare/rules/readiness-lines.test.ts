import { describe, expect, it, test } from 'vitest';
import type { ChecklistItem, CheckState } from './readiness';
import { readinessLines, takenCheckWords, takeOver } from './readiness-lines';

const today = '2026-11-24';
const person = (name: string, state: CheckState, validUntil: string | null = '2027-06-30') => ({
  name,
  state,
  validUntil,
});
const ticked = (...items: ChecklistItem[]) => items.map((item) => ({ item }));
const lines = (given: Partial<Parameters<typeof readinessLines>[0]>) =>
  readinessLines({ gaps: [], staff: [], checklist: [], today, ...given }).map(
    ({ outcome, text }) => `${outcome} ${text}`,
  );

describe('what is settled before a class opens', () => {
  it('is nothing good while nothing is there: an empty class has no valid checks', () => {
    expect(lines({ gaps: [{ gap: 'no_staff', staffId: null }] })).toEqual([
      'fail 还没有登记看护人员，不能开班',
    ]);
  });

  it('has every check only when nobody’s is missing or over; one that is ending still counts', () => {
    const all = [person('李素梅', 'valid'), person('周志强', 'ending', '2026-12-01')];
    expect(lines({ staff: all })).toEqual([
      'warn 周志强的查询 12月1日（周二）到期，请提前重查',
      'pass 2 人都有有效的犯罪记录查询',
    ]);
    for (const state of ['missing', 'expired'] as const) {
      expect(lines({ staff: [person('李素梅', 'valid'), person('周志强', state)] })).toEqual([]);
    }
  });

  it('names what was checked in the order of the list, whenever it was ticked', () => {
    expect(lines({ checklist: ticked('emergency', 'insurance') })).toEqual([
      'pass 意外伤害保险、应急预案和药箱已登记',
    ]);
  });

  it('begins with what keeps the class shut, then what ends soon, then what is there', () => {
    const outcomes = readinessLines({
      gaps: [{ gap: 'item_food', staffId: null }],
      staff: [person('周志强', 'ending', '2026-12-01')],
      checklist: ticked('fire'),
      today,
    }).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['fail', 'warn', 'pass', 'pass']);
  });
});

describe('what may be taken over of the class before', () => {
  test.each([
    ['valid', '查询有效'],
    ['ending', '查询有效'],
    ['expired', '查询要重新录入'],
    ['missing', '查询要重新录入'],
  ] as const)('says of a check that is %s: %s', (state, words) => {
    expect(takenCheckWords(state)).toBe(words);
  });

  it('leaves out who is here already, and what is ticked here already', () => {
    const staff = [
      { id: 'a', here: false },
      { id: 'b', here: true },
    ];
    const before = { staff, items: ticked('fire', 'food') };
    expect(takeOver(before, ticked('food'))).toEqual({
      staff: [{ id: 'a', here: false }],
      items: ticked('fire'),
    });
  });

  it('leaves out what names the children of that class: insurance and who may fetch them', () => {
    const items = ticked('insurance', 'fire', 'food', 'pick_up', 'emergency');
    expect(takeOver({ staff: [], items }, []).items).toEqual(ticked('fire', 'food', 'emergency'));
  });
});
