import { describe, expect, it } from 'vitest';
import { clauseCount, MOST_CLAUSES, segmentDefinition } from '../schema/definition';
import { readSegmentDraft } from './segment-draft';
import { segmentLines } from './segment-words';

const none = { unions: new Map(), occupations: new Map(), offerings: new Map() };
const age = { kind: 'age', from: 18, to: 35 };
const group = (of: unknown[], join = 'any') => ({ kind: 'group', join, of });

describe('the editor of a segment', () => {
  it('begins empty, adds a row where a list asked for it, and says nothing is missing before counting', () => {
    expect(readSegmentDraft({}, null)).toMatchObject({
      root: { of: [] },
      errors: {},
      definition: null,
    });
    const draft = readSegmentDraft({ draft: '1', join: 'all', add: 'age' }, null);
    expect(draft.root.of.map((node) => node.kind)).toEqual(['age']);
    expect(draft.errors).toEqual({});
  });

  it('says beside its field what is missing once it is counted', () => {
    const asked = {
      draft: '1',
      join: 'all',
      'k-0': 'age',
      'k-1': 'group',
      'join-1': 'any',
      count: 'yes',
    };
    const { errors, definition } = readSegmentDraft(asked, null);
    expect(definition).toBeNull();
    expect(errors).toEqual({
      'from-0': '请至少填一头',
      'add-1': '这一组还是空的，请加一条或去掉这一组',
    });
    expect(readSegmentDraft({ draft: '1', count: 'yes' }, null).errors).toEqual({
      add: '请至少加一个条件',
    });
  });

  it('takes a row away with what stood in it and keeps the others as typed', () => {
    const typed = { 'k-0': 'group', 'join-0': 'none', 'k-0-0': 'sex', 'sex-0-0': 'male' };
    const rest = { 'k-1': 'age', 'from-1': '十八', 'to-1': '' };
    const draft = readSegmentDraft({ draft: '1', ...typed, ...rest, remove: '0' }, null);
    expect(draft.root.of).toMatchObject([{ at: '0', kind: 'age', values: { from: '十八' } }]);
  });

  it('reads a stored definition back into the fields it came from', () => {
    const stored = segmentDefinition.parse({
      v: 1,
      root: group([age, group([{ kind: 'sex', sex: 'female' }], 'none')], 'all'),
    });
    const draft = readSegmentDraft({}, stored);
    expect(draft.definition).toEqual(stored);
    expect(segmentLines(stored.root, none).map((line) => line.words)).toEqual([
      '下面的全部符合',
      '今天18–35 周岁',
      '下面的一条都不符合',
      '女',
    ]);
  });

  it('refuses a fourth level and a twenty-first condition in words', () => {
    const many = Array.from({ length: MOST_CLAUSES }, (_, i) => [`k-${i}`, 'sex'] as const);
    const full = { draft: '1', ...Object.fromEntries(many), add: 'age' };
    expect(readSegmentDraft(full, null).errors.add).toBe('最多 20 个条件，要再加请先去掉一个');
    const deep = { draft: '1', 'k-0': 'group', 'k-0-0': 'group', 'add-0-0': 'group' };
    expect(readSegmentDraft(deep, null).errors['add-0-0']).toBe('最多套 3 层');
  });
});

describe('a definition', () => {
  it('is at most three levels deep and has at most twenty conditions', () => {
    const ok = (root: unknown) => segmentDefinition.safeParse({ v: 1, root }).success;
    expect(ok(group([group([group([age])])]))).toBe(true);
    expect(ok(group([group([group([group([age])])])]))).toBe(false);
    expect(ok(group(Array(20).fill(age)))).toBe(true);
    expect(ok(group([group(Array(11).fill(age)), group(Array(10).fill(age))]))).toBe(false);
    expect(ok(group([]))).toBe(false);
    expect(clauseCount(segmentDefinition.parse({ v: 1, root: group([age, age]) }).root)).toBe(2);
  });

  it('takes no condition that it does not know and no age upside down', () => {
    const ok = (one: unknown) => segmentDefinition.safeParse({ v: 1, root: group([one]) }).success;
    expect(ok({ kind: 'attended', of: 'screening' })).toBe(false);
    expect(ok({ kind: 'religion', is: 'x' })).toBe(false);
    expect(ok({ kind: 'age', from: 40, to: 20 })).toBe(false);
    expect(ok({ kind: 'joined', from: '2026-02-30' })).toBe(false);
    expect(ok({ kind: 'signed_in', when: 'before' })).toBe(false);
  });
});
