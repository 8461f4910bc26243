import { describe, expect, it, test } from 'vitest';
import { failureWords } from '@/lib/messaging/sms/failure-words';
import { aboutOf, canResend } from './rules';

describe('a message that was not delivered', () => {
  it('is named by what it was about, never by its template', () => {
    expect(aboutOf('class_absence')).toBe('孩子未到');
    expect(aboutOf('login_code')).toBe('验证码');
    expect(aboutOf('something_new')).toBe('会员事项');
  });

  test.each([
    [null, '没有记录'],
    ['timeout', '短信服务商没有回应'],
    ['isv.OUT_OF_SERVICE', '短信服务商：isv.OUT_OF_SERVICE'],
  ])('says why: %s is %s', (code, words) => expect(failureWords(code)).toBe(words));

  test.each([
    ['class_absence', true, true],
    ['class_absence', false, false],
    ['login_code', true, false],
    ['login_code', false, false],
  ])('of %s whose text is kept %s can be sent again: %s', (template, hasBody, can) => {
    expect(canResend({ template, hasBody })).toBe(can);
  });
});
