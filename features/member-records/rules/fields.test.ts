import { describe, expect, it } from 'vitest';
import { fillRecordInput } from '../schema';
import { asked, changesOf, fieldOrder, isSensitive } from './fields';

describe('the changes of a 登记表', () => {
  it('are only the questions that the form carries and answers differently', () => {
    const stored = { education: '31', skill: '5', platform: null };
    const changes = changesOf(stored, {
      education: '31',
      skill: null,
      platform: null,
      political: '13',
    });
    expect(changes).toEqual([
      { field: 'political', wasGiven: false, value: '13' },
      { field: 'skill', wasGiven: true, value: null },
    ]);
  });

  it('leave 民族 to the desk once it was given, also after it was taken back', () => {
    expect(changesOf({ ethnicity: '08' }, { ethnicity: '01' })).toBe('at_counter');
    expect(changesOf({ ethnicity: null }, { ethnicity: '01' })).toBe('at_counter');
    expect(changesOf({}, { ethnicity: '01' })).toHaveLength(1);
    expect(changesOf({ ethnicity: '08' }, { ethnicity: null })).toEqual([
      { field: 'ethnicity', wasGiven: true, value: null },
    ]);
  });
});

describe('the form of a 登记表', () => {
  it('reads an empty question as nothing said and a missing one as not asked', () => {
    const read = fillRecordInput.parse({ education: '', native_place: ' 港南 ' });
    expect(read).toEqual({ education: null, native_place: '港南', consent: false });
  });

  it('asks nothing about health or family, and says of each question what it is for', () => {
    for (const field of fieldOrder) {
      expect(asked[field].why).not.toBe('');
      expect(asked[field].label).not.toMatch(/健康|病|婚|子女/);
    }
    expect(fieldOrder.filter(isSensitive)).toEqual(['ethnicity', 'political', 'household_place']);
  });
});
