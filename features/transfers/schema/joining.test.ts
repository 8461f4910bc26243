import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  documentInput,
  employerInput,
  joinByCodeInput,
  nameInput,
  occupationInput,
  pageQuery,
  submitInput,
  townInput,
  withdrawInput,
} from '@/features/applications/schema/joining';
import { transferInput } from './transfer-request';

const uuid = '01a20b47-2599-728b-aa3e-0e52759e2092';

/** The messages a form would show, by field. */
function messages(schema: z.ZodType, value: unknown): Record<string, string> {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? {}
    : Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'form'), issue.message]),
      );
}

describe('a name', () => {
  it.each([
    ['买买提·艾力', '买买提·艾力'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提・艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['  陈一帆 ', '陈一帆'],
    ['张𬭊', '张𬭊'],
    ['李㛃', '李㛃'],
    ['𠮷永', '𠮷永'],
    ['John Smith', 'John Smith'],
  ])('%s is taken as %s', (typed, stored) => {
    expect(nameInput.parse({ name: typed })).toEqual({ name: stored });
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['emoji', '😀陈'],
    ['script', '<script>alert(1)</script>'],
    ['SQL', "'; drop table people; --"],
    ['10,000 characters', '陈'.repeat(10_000)],
    ['51 characters', '陈'.repeat(51)],
    ['a lone surrogate', '陈\ud800'],
    ['NUL', '陈\u0000'],
    ['digits', '陈123'],
  ])('with %s gets a message beside the field', (_what, typed) => {
    expect(messages(nameInput, { name: typed }).name).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(['role', 'status', 'member_id', 'personId', 'organisationId', 'version'])(
    'refuses the extra field %s',
    (extra) => {
      expect(nameInput.safeParse({ name: '陈一帆', [extra]: 'x' }).success).toBe(false);
    },
  );

  it('refuses a list and a page it does not know', () => {
    expect(nameInput.safeParse({ name: ['陈', '一'] }).success).toBe(false);
    expect(nameInput.safeParse({ name: '陈一帆', from: '//evil.example' }).success).toBe(false);
  });
});

describe('the other questions', () => {
  it('leave blank birth date and sex out, and take real ones', () => {
    const base = { idType: 'passport', idNumber: 'E12345678' };
    expect(documentInput.parse({ ...base, birthOn: '', sex: '' })).toEqual({
      ...base,
      birthOn: null,
      sex: null,
    });
    expect(documentInput.parse({ ...base, birthOn: '1990-03-07', sex: 'female' })).toMatchObject({
      birthOn: '1990-03-07',
    });
    expect(messages(documentInput, { ...base, birthOn: '1990-02-31' }).birthOn).toBeTruthy();
    expect(messages(documentInput, { ...base, sex: 'x' }).sex).toBeTruthy();
    expect(messages(documentInput, { ...base, idType: 'library_card' }).idType).toBeTruthy();
    expect(
      messages(documentInput, { ...base, idNumber: '1'.repeat(10_000) }).idNumber,
    ).toBeTruthy();
  });

  it('name the missing choice in words', () => {
    expect(messages(occupationInput, {}).occupation).toBe('请选择职业');
    expect(messages(employerInput, {}).employerId).toBe('请选择您的单位');
    expect(messages(townInput, {}).townId).toBe('请选择镇或街道');
    expect(messages(joinByCodeInput, {})).toMatchObject({ name: '请填写姓名' });
  });

  it('keep an employer’s name to 60 characters, and nothing as null', () => {
    expect(townInput.parse({ townId: uuid, employerName: ' ' })).toMatchObject({
      employerName: null,
    });
    const long = messages(townInput, { townId: uuid, employerName: '长'.repeat(61) });
    expect(long.employerName).toContain('60');
  });
});

describe('submitting', () => {
  const whole = { version: '3', pledge: 'yes', idConsent: 'yes' };

  it('needs both boxes ticked by the person, each with its own message', () => {
    expect(submitInput.parse(whole)).toEqual({ ...whole, version: 3 });
    expect(messages(submitInput, { version: '3' })).toEqual({
      pledge: expect.stringContaining('自愿入会'),
      idConsent: expect.stringContaining('单独同意'),
    });
    expect(messages(transferInput, { version: '3' }).idConsent).toBeTruthy();
  });

  it.each(['', '0', '-1', '1.5', 'NaN', '1e999', 'x'])('refuses version %s', (version) => {
    expect(submitInput.safeParse({ ...whole, version }).success).toBe(false);
  });

  it('refuses another’s status, number or person slipped into the form', () => {
    for (const extra of ['status', 'accountId', 'deskId', 'number', '__proto__x']) {
      expect(submitInput.safeParse({ ...whole, [extra]: '1' }).success).toBe(false);
      const input = { applicationId: uuid, version: '1', [extra]: '1' };
      expect(withdrawInput.safeParse(input).success).toBe(false);
    }
  });
});

it('the schema reads an address without believing it', () => {
  const odd = { from: 'javascript:alert(1)', type: ['a'], q: 'x'.repeat(5000), code: '../../etc' };
  expect(pageQuery.parse(odd)).toEqual({
    type: 'resident_id',
    q: 'x'.repeat(60),
    employer: '',
  });
});
