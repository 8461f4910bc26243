import { describe, expect, it } from 'vitest';
import { correctionsOf } from './corrections';

const event = (type: string, note: string | null = null, fields: string[] | null = null) => ({
  type,
  note,
  fields,
});
const back = event('sent_back', '请核对', ['name', 'occupation']);
const again = event('resubmitted');

describe('what a worker corrected', () => {
  it('is nothing for an application that did not come back', () => {
    expect(correctionsOf([event('submitted')])).toBeNull();
    expect(correctionsOf([event('submitted'), back])).toBeNull();
    expect(correctionsOf([again, back])).toBeNull();
  });

  it('says each answer once, from what it was to what it is, and what came back unchanged', () => {
    const events = [
      event('submitted'),
      back,
      event('corrected', '职业：快递员 → 未填', ['occupation']),
      event('corrected', '职业：未填 → 外卖配送员', ['occupation']),
      again,
      event('opened'),
    ];
    expect(correctionsOf(events)).toEqual({
      rows: [{ label: '职业', before: '快递员', after: '外卖配送员' }],
      unchanged: ['姓名'],
    });
  });

  it('counts from the last time it was sent back', () => {
    const first = event('corrected', '姓名：周** → 周***', ['name']);
    const events = [back, first, again, event('sent_back', '再核对', ['name']), again];
    expect(correctionsOf(events)).toEqual({ rows: [], unchanged: ['姓名'] });
  });
});
