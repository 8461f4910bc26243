import { describe, expect, it, test } from 'vitest';
import { residentIdCheckCharacter } from '@/lib/china/id/resident-id';
import { fieldsOf } from './details';
import {
  asAsked,
  asksMore,
  changedRows,
  differing,
  fieldWords,
  maskedIdentity,
  planCorrection,
  type RecordedIdentity,
} from './identity';

const number = (first17: string) => first17 + residentIdCheckCharacter(first17);
const wrong = number('45080320170520402');
const right = number('45080320170502402');
const child: RecordedIdentity = {
  name: '陈小禾',
  idType: 'resident_id',
  idNumber: wrong,
  birthOn: '2017-05-20',
  sex: 'female',
};
const guest: RecordedIdentity = {
  name: 'Jean Valjean',
  idType: 'passport',
  idNumber: 'K1234567',
  birthOn: '1980-01-02',
  sex: 'male',
};
const of = { isChild: true, today: '2026-11-30' };
const adult = { ...of, isChild: false };

describe('what a correction comes to', () => {
  it('is one character of a name; the document stays', () => {
    const planned = planCorrection(child, { name: ' 陈小荷 ' }, of);
    expect(planned).toMatchObject({
      ok: true,
      value: { fields: ['name'], after: { ...child, name: '陈小荷' } },
    });
  });

  it('is a digit of the number, and birth date and sex follow it', () => {
    const planned = planCorrection(child, { name: '陈小禾', idNumber: right }, of);
    expect(planned).toMatchObject({
      value: { fields: ['document'], after: { idNumber: right, birthOn: '2017-05-02' } },
    });
  });

  it('is a birth date alone where the number says none', () => {
    const planned = planCorrection(guest, { name: guest.name, birthOn: '1980-02-01' }, adult);
    expect(planned).toMatchObject({
      value: { fields: ['document'], after: { ...guest, birthOn: '1980-02-01' } },
    });
  });

  it('is another kind of document with its number', () => {
    const typed = { name: guest.name, idType: 'resident_id', idNumber: right } as const;
    expect(planCorrection(guest, typed, adult)).toMatchObject({
      value: { after: { idType: 'resident_id', birthOn: '2017-05-02', sex: 'female' } },
    });
  });

  it('is a sex alone, and the birth date stays, where the number says neither', () => {
    const planned = planCorrection(guest, { name: guest.name, sex: 'female' }, adult);
    expect(planned).toMatchObject({
      value: { fields: ['document'], after: { ...guest, sex: 'female' } },
    });
  });

  it('leaves a document alone that is sent back as it stands, though it would not be taken today', () => {
    const { idType, birthOn, sex } = guest;
    const old = { ...guest, idNumber: '旧证 12' };
    const typed = {
      name: 'Jean Valjan',
      idType: idType ?? undefined,
      birthOn: birthOn ?? undefined,
    };
    expect(planCorrection(old, { ...typed, sex: sex ?? undefined }, adult)).toMatchObject({
      value: { fields: ['name'], after: { ...old, name: 'Jean Valjan' } },
    });
  });

  it('asks for the number where only its kind is on record', () => {
    const kindOnly = { ...guest, idNumber: null };
    const planned = planCorrection(kindOnly, { name: guest.name, sex: 'female' }, adult);
    expect(planned).toMatchObject({ ok: false, fieldErrors: { idNumber: expect.any(String) } });
  });

  it('is refused beside the birth date for a child born today whose document does not say', () => {
    const typed = { name: '陈小禾', idType: 'passport', idNumber: 'K7654321' } as const;
    const born = { ...typed, birthOn: '2026-11-30', sex: 'male' } as const;
    const planned = planCorrection(child, born, of);
    expect(planned).toMatchObject({ ok: false, fieldErrors: { birthOn: expect.any(String) } });
    // Only a child must have been born by yesterday.
    expect(planCorrection(child, born, adult)).toMatchObject({ ok: true });
  });

  test.each([
    [null, false],
    ['resident_id', false],
    ['residence_permit', false],
    ['passport', true],
    ['taiwan_travel_permit', true],
  ] as const)('asks for birth date and sex beside %s: %s', (type, asks) => {
    expect(asksMore(type)).toBe(asks);
  });

  test.each([
    ['nothing', { name: '陈小禾' }, 'nothing_changed', undefined],
    ['the number as it stands', { name: '陈小禾', idNumber: wrong }, 'nothing_changed', undefined],
    ['no name', { name: ' ' }, 'invalid', 'name'],
    [
      'a wrong digit',
      { name: '陈小禾', idNumber: `${right.slice(0, 17)}Q` },
      'invalid',
      'idNumber',
    ],
    // The number on record says another day: it is the number that is wrong.
    [
      'a birth date against the number',
      { name: '陈小禾', birthOn: '2017-05-02' },
      'invalid',
      'birthOn',
    ],
    ['a sex against the number', { name: '陈小禾', sex: 'male' }, 'invalid', 'sex'],
    [
      'another kind without a number',
      { name: '陈小禾', idType: 'passport' },
      'invalid',
      'idNumber',
    ],
    [
      'a child born tomorrow',
      {
        name: '陈小禾',
        idType: 'passport',
        idNumber: 'K7654321',
        birthOn: '2026-12-01',
        sex: 'male',
      },
      'invalid',
      'birthOn',
    ],
    [
      'a child born today',
      { name: '陈小禾', idNumber: number('45080320261130402') },
      'invalid',
      'idNumber',
    ],
  ] as const)('is refused for %s', (_what, typed, reason, field) => {
    const planned = planCorrection(child, typed, of);
    expect(planned).toMatchObject({ ok: false, reason });
    if (field && !planned.ok) expect(Object.keys(planned.fieldErrors ?? {})).toEqual([field]);
  });

  it('is refused of a document where none is on record', () => {
    const nameless = { ...guest, idType: null, idNumber: null };
    const typed = { name: guest.name, idNumber: right };
    expect(planCorrection(nameless, typed, adult)).toMatchObject({ reason: 'invalid' });
  });

  it('may find that a child is 18 already', () => {
    const grown = { name: '陈小禾', idNumber: number('45080320071130402') };
    expect(planCorrection(child, grown, of)).toMatchObject({ ok: true });
  });
});

describe('old and new', () => {
  it('are told for what differs only, with numbers as the reader may see them', () => {
    const after = { ...child, idNumber: right, birthOn: '2017-05-02' };
    expect(changedRows(child, after)).toEqual([
      { label: '证件号码', before: wrong, after: right },
      { label: '出生日期', before: '2017年5月20日', after: '2017年5月2日' },
    ]);
    // Two numbers that look alike masked are still told apart.
    expect(changedRows(child, after, () => '****').map((row) => row.label)).toContain('证件号码');
  });

  it('stand in the ledger without the name, the number or the day', () => {
    const ledger = JSON.stringify(maskedIdentity(child, ['name', 'document']));
    expect(ledger).toContain('陈**');
    for (const secret of ['小禾', wrong, '05-20']) expect(ledger).not.toContain(secret);
  });

  it('stand in the ledger only for what was asked, 未登记 where there was nothing', () => {
    expect(maskedIdentity(child, ['name'])).toEqual({ name: '陈**' });
    expect(Object.keys(maskedIdentity(child, ['document']))).toEqual(['document', 'born']);
    expect(maskedIdentity(child, ['document'])).toEqual({
      document: expect.stringMatching(/^4508\*+/),
      born: '2017年',
    });
    const nothing = { ...child, idNumber: null, birthOn: null };
    expect(maskedIdentity(nothing, ['document'])).toEqual({ document: '未登记', born: '未登记' });
  });

  it('say what was not on record before', () => {
    const none = { name: '用户0001', idType: null, idNumber: null, birthOn: null, sex: null };
    expect(changedRows(none, child).map((row) => [row.label, row.before, row.after])).toEqual([
      ['姓名', '用户0001', '陈小禾'],
      ['证件类型', '未登记', '居民身份证'],
      ['证件号码', '未登记', wrong],
      ['出生日期', '未登记', '2017年5月20日'],
      ['性别', '未登记', '女'],
    ]);
  });

  test.each([
    ['kind', { idType: 'passport' }],
    ['number', { idNumber: right }],
    ['birth date', { birthOn: '2017-05-02' }],
    ['sex', { sex: 'male' }],
  ] as const)('differ in the document when only its %s does', (_what, more) => {
    expect(differing(child, { ...child, ...more })).toEqual(['document']);
    expect(differing(child, { ...child, ...more, name: '陈晓禾' })).toEqual(['name', 'document']);
  });

  it('are of the groups that were stored, in one order, whatever else a row holds', () => {
    expect(fieldsOf(['document', 'other', 'name'])).toEqual(['name', 'document']);
    expect(fieldWords(['document', 'name'])).toBe('姓名，证件、出生日期');
  });

  it('leave alone what nobody asked about', () => {
    const now = { ...child, name: '陈晓禾' };
    const asked = { ...child, idNumber: right, birthOn: '2017-05-02' };
    const after = asAsked(now, asked, ['document']);
    expect(after).toEqual({ ...asked, name: '陈晓禾' });
    expect(differing(now, after)).toEqual(['document']);
  });
});
