import { describe, expect, it } from 'vitest';
import { identityDocumentMessage } from './messages';
import type { IdentityDocumentRefusal, IdentityDocumentType } from './types';

type Refused = Omit<IdentityDocumentRefusal, 'ok'>;

describe('the words for a refused number', () => {
  it.each<[IdentityDocumentType, Refused, string]>([
    ['resident_id', { reason: 'empty' }, '请填写身份证号'],
    ['taiwan_travel_permit', { reason: 'characters' }, '通行证号码只能有数字'],
    ['passport', { reason: 'length' }, '护照号码位数不对，应为5至20位，请核对'],
    ['resident_id', { reason: 'fifteen_digits' }, '这是15位的旧身份证号，请填写18位身份证号'],
    ['residence_permit', { reason: 'fifteen_digits' }, '居住证号码位数不对，应为18位，请核对'],
    ['resident_id', { reason: 'seventeen_digits' }, '身份证号少了一位，请核对'],
    ['hk_macau_travel_permit', { reason: 'prefix' }, '通行证号码应以H或M开头，请核对'],
    ['resident_id', { reason: 'prefix' }, '身份证号前6位不正确，请核对'],
    [
      'residence_permit',
      { reason: 'other_type', belongsTo: 'resident_id' },
      '这是居民身份证的号码，请更改证件类别',
    ],
    ['residence_permit', { reason: 'other_type' }, '号码与证件类别不符，请更改证件类别'],
    ['resident_id', { reason: 'birth_date' }, '身份证号中的出生日期不存在，请核对第7至14位'],
    ['resident_id', { reason: 'future' }, '身份证号中的出生日期晚于今天，请核对第7至14位'],
    ['resident_id', { reason: 'too_old' }, '身份证号中的出生年份过早，请核对第7至10位'],
  ])('of %s say what is wrong and what to do: %j', (type, refusal, words) => {
    expect(identityDocumentMessage(type, refusal)).toBe(words);
  });
});
