import { describe, expect, it } from 'vitest';
import { offeringKinds } from '@/db/schema/enums';
import { offeringRules } from '@/features/offerings/schema/offering';
import { changeRulesInput } from '../schema/change-rules';
import { conditionChanges, conditionRows } from './condition-words';
import { looseRules } from './loose-rules';
import { editRows, rowsFor, ruleRows, ruleValuesOf, shownRows } from './rule-rows';
import { ruleTemplates } from './rule-templates';
import { readDraft } from './rules-draft';
import { savedWords } from './rules-saved';

const names = { towns: [], trades: [] };
const stored = offeringRules.parse({ ageMin: 35, ageMax: 64, repeatMonths: 36, repeatOf: 'kind' });
const rowsOf = (given: Record<string, unknown>) =>
  conditionRows(offeringRules.parse(given), 'training', names);

describe('the rows of the editor', () => {
  it('are those that ask something, and those just added', () => {
    const keys = (values: Record<string, string>, added: string[] = []) =>
      shownRows('training', values, added).map((row) => row.key);
    expect(keys({ ageMin: '35', repeatOf: 'course', noShow: 'on', lastDraw: 'any' })).toEqual([
      'age',
    ]);
    expect(keys({ noShow: 'off' }, ['sex'])).toEqual(['sex', 'noShow']);
    expect(keys({ gradeMin: '2' })).toEqual([]);
  });

  it('come and go with their fields', () => {
    expect(editRows({ ageMin: '35' }, { add: 'retained' })).toEqual({
      ageMin: '35',
      excludeRetained: 'yes',
    });
    expect(editRows({ attendanceMin: '80' }, { add: 'attendance' }).attendanceMin).toBe('80');
    expect(editRows({ ageMin: '35', ageMax: '60', sex: 'male' }, { remove: 'age' })).toEqual({
      sex: 'male',
    });
  });

  it('leave no rule of the schema without a row, and name no field that is none', () => {
    // Two fields of one rule.
    const ofSegment = ['segmentId', 'segmentWords'];
    const fields = ruleRows.flatMap((row) =>
      row.fields.filter((name) => !ofSegment.includes(name)),
    );
    expect([...fields, 'segment', 'membersOnly'].sort()).toEqual(
      Object.keys(offeringRules.shape).sort(),
    );
  });
});

describe('a proposal in the address', () => {
  const read = (search: Record<string, string | string[]>) =>
    readDraft(search, 'training', stored, []);

  it('begins with what is stored, and keeps what was typed', () => {
    expect(read({}).rules).toEqual(stored);
    const typed = read({ draft: '1', membersOnly: 'yes', ageMin: '30', row: ['age', 'sex'] });
    expect(typed.rules).toMatchObject({ ageMin: 30, membersOnly: true });
    expect(typed.rules?.ageMax).toBeUndefined();
    expect(typed.rows.map((row) => row.key)).toEqual(['sex', 'age']);
    expect(read({ draft: '1' }).rules?.membersOnly).toBe(false);
  });

  it('begins with a kept set that was picked, and with what is stored for one that is gone', () => {
    const kept = offeringRules.parse({ ageMin: 18, quotaUnit: 3 });
    const sets = [
      { id: 'a', rules: stored },
      { id: 'b', rules: kept },
    ];
    expect(readDraft({ set: 'b' }, 'training', stored, sets).rules).toEqual(kept);
    expect(readDraft({ set: 'gone' }, 'training', stored, sets).rules).toEqual(stored);
  });

  it('carries on only the fields that were sent, and shows a row from the moment it is asked for', () => {
    const draft = read({ draft: '1', ageMin: '30', row: ['sex', 'grade'] });
    expect(Object.keys(draft.values)).toEqual(['ageMin']);
    expect(draft.rows.map((row) => row.key)).toEqual(['sex', 'age']);
    const less = read({ draft: '1', ageMin: '30', row: ['sex', 'age'], remove: 'sex' });
    expect(less.rows.map((row) => row.key)).toEqual(['age']);
    expect(less.state).toEqual({ status: 'idle' });
  });

  it.each([
    [{ ageMin: '60', ageMax: '35' }, 'ageMax'],
    [{ quotaTown: '0' }, 'quotaTown'],
    [{ quotaTown: '-1' }, 'quotaTown'],
    [{ quotaUnit: '1000000000' }, 'quotaUnit'],
    [{ bornFrom: '2020-02-30' }, 'bornFrom'],
    [{ bornFrom: '2020-09-01', bornTo: '2019-08-31' }, 'bornTo'],
    [{ schoolAgeMin: '6', schoolAgeMax: '5' }, 'schoolAgeMax'],
    [{ attendanceMin: '101' }, 'attendanceMin'],
    [{ repeatMonths: '1.5' }, 'repeatMonths'],
    [{ familyLimit: '两个' }, 'familyLimit'],
    [{ organisationIds: 'x' }, 'organisationIds'],
  ])('%o is refused beside %s', (given, field) => {
    const draft = read({ draft: '1', ...given });
    expect(draft.rules).toBeNull();
    expect(draft.state.fieldErrors?.[field]).toMatch(/\p{Script=Han}/u);
    const input = { kind: 'training', offeringId: crypto.randomUUID(), version: '1', ...given };
    expect(changeRulesInput.safeParse(input).success).toBe(false);
  });

  it.each(offeringKinds.flatMap((kind) => ruleTemplates[kind].map((t) => [kind, t] as const)))(
    'of the kind %s opens with a template that stands (%o)',
    (kind, template) => {
      const draft = readDraft({ template: template.key }, kind, stored, []);
      expect(draft.rules).toMatchObject(template.rules);
      expect(draft.rows.every((row) => rowsFor(kind).includes(row))).toBe(true);
    },
  );
});

describe('the sentences beside the form', () => {
  it('read as the server reads them', () => {
    const given = {
      membersOnly: true,
      ageMin: 35,
      bornFrom: '1980-01-01',
      attendanceMin: 70,
      attendanceTerms: 2,
      lastDraw: 'losers_only',
      quotaTown: 5,
      familyLimit: 2,
      joinedMonths: 18,
      excludeRetained: true,
      noShow: 'off',
      sex: 'female',
      segment: { id: '019a0000-0000-7000-8000-000000000001', words: '面向今年入会的会员' },
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(ruleValuesOf(offeringRules.parse(given)))) {
      for (const one of [value].flat()) form.append(name, one);
    }
    expect(conditionRows(looseRules(form), 'training', names)).toEqual(rowsOf(given));
  });

  it('say what differs between two versions', () => {
    const before = rowsOf({ ageMin: 35, ageMax: 64, newFormOnly: true });
    expect(conditionChanges(before, rowsOf({ ageMin: 30, ageMax: 64, quotaUnit: 3 }))).toEqual([
      { label: '年龄', before: '35–64 周岁', after: '30–64 周岁' },
      { label: '职业', before: '新就业形态劳动者', after: null },
      { label: '单位名额', before: null, after: '每个单位每场最多 3 个名额' },
    ]);
    expect(conditionChanges(before, before)).toEqual([]);
  });

  it('tell after saving whom it reached', () => {
    expect(savedWords({ saved: '3', held: '2', waiting: '0' })).toBe(
      '条件已存为第 3 版；2 个已有名额的人不再符合，名额保留',
    );
    expect(savedWords({ saved: 'x' })).toBeNull();
    expect(savedWords({ saved: '1', held: '0', waiting: '1' })).toBe(
      '条件已存为第 1 版；1 个候补的人不再符合，轮到时按新条件判断',
    );
    expect(savedWords({ saved: '1' })).toBe('条件已存为第 1 版');
    expect(savedWords({ kept: 'yes' })).toBe('已存为常用条件');
    expect(savedWords({ kept: 'no', saved: '3' })).toBe('已从常用条件里删除');
  });
});
