import { describe, expect, it } from 'vitest';
import { type ChoosableRecord, mergeChoices } from './merge-choices';

const nobody: ChoosableRecord = {
  ...{ name: null, memberNo: null, idMasked: null, phoneTail: '', signedInAt: null },
};
const record = (more: Partial<ChoosableRecord>): ChoosableRecord => ({ ...nobody, ...more });

describe('what a merge asks', () => {
  it('is nothing but which stays when one record says it all', () => {
    const whole = record({ name: '黄小丽', memberNo: '1', idMasked: '4***', phoneTail: '0001' });
    expect(mergeChoices(record({}), whole)).toEqual({
      ...{ survivor: 'b', name: null, document: null, phone: null },
      fixed: { name: 'b', document: 'b', phone: 'b' },
    });
  });

  it('proposes the member, and the number that was used last', () => {
    const a = record({ name: '黄小丽', memberNo: '1', phoneTail: '1', signedInAt: new Date(1) });
    const b = record({ name: '黄晓丽', phoneTail: '2', signedInAt: new Date(2) });
    expect(mergeChoices(a, b)).toMatchObject({ survivor: 'a', name: 'a', phone: 'b' });
    expect(mergeChoices(b, a)).toMatchObject({ survivor: 'b', name: 'b', phone: 'a' });
  });

  it('asks which of two documents, and of one none', () => {
    const [a, b] = [record({ idMasked: '4***' }), record({ idMasked: 'E***' })];
    expect(mergeChoices(a, b).document).toBe('a');
    expect(mergeChoices(a, record({})).document).toBeNull();
    expect(mergeChoices(record({}), b).fixed.document).toBe('b');
  });
});
