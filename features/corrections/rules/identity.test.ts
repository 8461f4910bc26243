import { describe, expect, it, test } from 'vitest';
import { residentIdCheckCharacter } from '@/lib/china/id/resident-id';
import {
  asAsked,
  changedRows,
  differing,
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

  it('leave alone what nobody asked about', () => {
    const now = { ...child, name: '陈晓禾' };
    const asked = { ...child, idNumber: right, birthOn: '2017-05-02' };
    const after = asAsked(now, asked, ['document']);
    expect(after).toEqual({ ...asked, name: '陈晓禾' });
    expect(differing(now, after)).toEqual(['document']);
  });
});
