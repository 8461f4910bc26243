import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../ids';
import { reasoned, reasonFields } from './reason';
import { returnFields, returnTo } from './return-to';
import { bulkLimit, tickedIds, tickedRows } from './ticked-rows';

const wordsOf = ({ error }: { error?: z.ZodError | undefined }) =>
  error?.issues.map(({ message, path }) => [path.join('.'), message]);

describe('ticked rows', () => {
  const rows = tickedRows('请先勾选');
  const id = newId();
  it('are one, sent alone, or many, each with the version that was seen', () => {
    expect(rows.parse(`${id}:3`)).toEqual([{ id, version: 3 }]);
    expect(rows.parse([`${id}:3`, `${id}:12`])).toEqual([
      { id, version: 3 },
      { id, version: 12 },
    ]);
  });
  it('that are none are asked for, and more than fifty are too many', () => {
    const many = (n: number) => Array.from({ length: n }, () => `${id}:1`);
    for (const none of [undefined, []])
      expect(wordsOf(rows.safeParse(none))).toEqual([['', '请先勾选']]);
    expect(rows.safeParse(many(bulkLimit)).success).toBe(true);
    expect(wordsOf(rows.safeParse(many(bulkLimit + 1)))).toEqual([
      ['', '一次最多办 50 件，请分批办理'],
    ]);
  });
  it.each([`${newId()}`, `${newId()}:`, `${newId()}:x`, 'x:1', ''])(
    'are refused when one is %j',
    (sent) => expect(wordsOf(rows.safeParse(sent))?.[0]?.[1]).toBe('页面已更新，请刷新后再试'),
  );
  it('by an id alone are ids', () => {
    expect(tickedIds('请先勾选').parse(id)).toEqual([id]);
    expect(wordsOf(tickedIds('请先勾选').safeParse('x'))).toEqual([
      ['0', '页面已更新，请刷新后再试'],
    ]);
    expect(wordsOf(tickedIds('请先勾选').safeParse(undefined))).toEqual([['', '请先勾选']]);
  });
});

describe('a reason', () => {
  const form = z.object({ id: z.string(), ...reasonFields }).transform(reasoned('请写原因'));
  it.each([
    [{ canned: '材料不全' }, '材料不全'],
    [
      { canned: ['材料不全', '照片不清'], note: '请补交\n复印件' },
      '材料不全；照片不清；请补交\n复印件',
    ],
    [{ note: '自己写' }, '自己写'],
    [{ canned: ['', '照片不清'], note: '' }, '照片不清'],
  ])('of %j is %j', (sent, reason) => {
    expect(form.parse({ id: '1', ...sent })).toEqual({ id: '1', reason });
  });
  it.each([{}, { canned: '', note: ' ' }, { canned: [] }])('is missing in %j', (sent) => {
    expect(wordsOf(form.safeParse({ id: '1', ...sent }))).toEqual([['note', '请写原因']]);
  });
  it('is of at most six sentences and 200 characters of one’s own', () => {
    const sentences = (n: number) => Array.from({ length: n }, (_, at) => `句${at}`);
    expect(form.safeParse({ id: '1', canned: sentences(6) }).success).toBe(true);
    expect(form.safeParse({ id: '1', canned: sentences(7) }).success).toBe(false);
    expect(form.safeParse({ id: '1', note: '字'.repeat(200) }).success).toBe(true);
    expect(form.safeParse({ id: '1', note: '字'.repeat(201) }).success).toBe(false);
  });
});

describe('the way back to a list', () => {
  it.each([
    [undefined, {}, '/desk'],
    ['', { done: '' }, '/desk'],
    ['page=2&q=~v1', { done: 'approved' }, '/desk?page=2&q=%7Ev1&done=approved'],
    ['page=2&done=a', { page: undefined, done: 'b' }, '/desk?done=b'],
    ['page=2', { page: '' }, '/desk'],
  ])('from %j with %j is %s', (back, change, address) => {
    expect(returnTo('/desk', back, change)).toBe(address);
  });
  it('is no longer than an address of ours', () => {
    const form = z.object(returnFields);
    expect(form.safeParse({ back: 'x'.repeat(2000), next: 'x'.repeat(60) }).success).toBe(true);
    expect(form.safeParse({ back: 'x'.repeat(2001) }).success).toBe(false);
    expect(form.safeParse({ next: 'x'.repeat(61) }).success).toBe(false);
  });
});
