import { describe, expect, it } from 'vitest';
import { asksBirthAndSex, readDocument } from './document';

const today = '2026-11-24';
const resident = (idNumber: string, more = {}) =>
  readDocument({ idType: 'resident_id', idNumber, ...more }, today);

/** The field and words of a refusal. */
const refused = (result: ReturnType<typeof readDocument>) =>
  result.ok ? null : result.fieldErrors;

describe('a resident ID', () => {
  it.each([
    ['450803199003070029', 'female', '1990-03-07'],
    ['450803 19900307 0029', 'female', '1990-03-07'],
    ['４５０８０３１９９００３０７００２９', 'female', '1990-03-07'],
    ['11010519491231002x', 'female', '1949-12-31'],
    ['11010519491231002Ｘ', 'female', '1949-12-31'],
  ])('%s gives sex and birth date', (typed, sex, birthOn) => {
    expect(resident(typed)).toMatchObject({ ok: true, value: { sex, birthOn } });
  });

  it.each([
    ['wrong checksum', '450803199003070028'],
    ['15 digits', '450803900307002'],
    ['17 digits', '45080319900307002'],
    ['19 digits', '4508031990030700291'],
    ['no such day', '450803199002310028'],
    ['future birth', '450803203003070029'],
    ['nothing', ''],
    ['emoji', '😀'],
    ['script', '<script>'],
    ['10,000 characters', '4'.repeat(10_000)],
  ])('with %s gets words beside the number', (_what, typed) => {
    expect(refused(resident(typed))?.idNumber).toMatch(/[\u4e00-\u9fff]/);
  });

  it('locks what the number says', () => {
    expect(refused(resident('450803199003070029', { sex: 'male' }))).toEqual({
      sex: '性别与证件号码不一致，请核对',
    });
    expect(refused(resident('450803199003070029', { birthOn: '1991-03-07' }))).toEqual({
      birthOn: '出生日期与证件号码不一致，请核对',
    });
    expect(resident('450803199003070029', { sex: 'female', birthOn: '1990-03-07' }).ok).toBe(true);
  });
});

describe('a document that does not say', () => {
  const permit = (more: object) =>
    readDocument({ idType: 'hk_macau_travel_permit', idNumber: 'h12345678', ...more }, today);

  it('asks for birth date and sex', () => {
    expect(asksBirthAndSex('hk_macau_travel_permit')).toBe(true);
    expect(asksBirthAndSex('residence_permit')).toBe(false);
    expect(permit({ birthOn: '1990-03-07', sex: 'male' })).toMatchObject({
      ok: true,
      value: { normalised: 'H12345678', sex: 'male', birthOn: '1990-03-07' },
    });
  });

  it.each([
    [{ sex: 'male' }, 'birthOn'],
    [{ sex: 'male', birthOn: '2030-01-01' }, 'birthOn'],
    [{ sex: 'male', birthOn: '1850-01-01' }, 'birthOn'],
    [{ sex: 'male', birthOn: '1990-02-31' }, 'birthOn'],
    [{ birthOn: '1990-03-07' }, 'sex'],
  ])('refuses %j at %s', (more, field) => {
    expect(Object.keys(refused(permit(more)) ?? {})).toEqual([field]);
  });

  it('takes the oldest that may be right, and whoever was born today', () => {
    expect(permit({ birthOn: '1900-01-01', sex: 'male' }).ok).toBe(true);
    expect(permit({ birthOn: '1899-12-31', sex: 'male' }).ok).toBe(false);
    expect(permit({ birthOn: today, sex: 'male' }).ok).toBe(true);
  });

  it('sends a residence permit to its own kind', () => {
    const permitNumber = { idType: 'residence_permit' as const, idNumber: '810000199003070015' };
    expect(readDocument(permitNumber, today)).toMatchObject({ ok: true, value: { sex: 'male' } });
  });
});
