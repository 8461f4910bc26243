import type { PhoneReason } from './phone';
import type { IdentityDocumentRefusal, IdentityDocumentType } from './types';
import type { UsccReason } from './uscc';

/** The names people know these documents by. */
export const identityDocumentLabels: Record<IdentityDocumentType, string> = {
  resident_id: '居民身份证',
  residence_permit: '港澳台居民居住证',
  hk_macau_travel_permit: '港澳居民来往内地通行证',
  taiwan_travel_permit: '台湾居民来往大陆通行证',
  foreign_permanent_resident: '外国人永久居留身份证',
  passport: '护照',
};

const numberNames: Record<IdentityDocumentType, string> = {
  resident_id: '身份证号',
  residence_permit: '居住证号码',
  hk_macau_travel_permit: '通行证号码',
  taiwan_travel_permit: '通行证号码',
  foreign_permanent_resident: '居留证号码',
  passport: '护照号码',
};

const lengths: Record<IdentityDocumentType, string> = {
  resident_id: '应为18位',
  residence_permit: '应为18位',
  hk_macau_travel_permit: '应为1个字母加8位数字，旧证再加2位',
  taiwan_travel_permit: '应为8位数字，旧证为10位',
  foreign_permanent_resident: '应为18位，旧证为15位',
  passport: '应为5至20位',
};

const characters: Record<IdentityDocumentType, string> = {
  resident_id: '只能有数字，最后一位可以是X',
  residence_permit: '只能有数字，最后一位可以是X',
  hk_macau_travel_permit: '应以H或M开头，后面都是数字',
  taiwan_travel_permit: '只能有数字',
  foreign_permanent_resident: '格式不正确，请照证件逐位核对',
  passport: '只能有字母和数字',
};

/** What to tell the person whose document number was refused, and what to do next. */
export function identityDocumentMessage(
  type: IdentityDocumentType,
  refusal: Omit<IdentityDocumentRefusal, 'ok'>,
): string {
  const name = numberNames[type];
  switch (refusal.reason) {
    case 'empty':
      return `请填写${name}`;
    case 'characters':
      return `${name}${characters[type]}`;
    case 'length':
      return `${name}位数不对，${lengths[type]}，请核对`;
    case 'fifteen_digits':
      return type === 'resident_id'
        ? '这是15位的旧身份证号，请填写18位身份证号'
        : `${name}位数不对，${lengths[type]}，请核对`;
    case 'seventeen_digits':
      return `${name}少了一位，请核对`;
    case 'prefix':
      return type === 'hk_macau_travel_permit'
        ? '通行证号码应以H或M开头，请核对'
        : `${name}前6位不正确，请核对`;
    case 'other_type':
      return refusal.belongsTo
        ? `这是${identityDocumentLabels[refusal.belongsTo]}的号码，请更改证件类别`
        : '号码与证件类别不符，请更改证件类别';
    case 'birth_date':
      return `${name}中的出生日期不存在，请核对第7至14位`;
    case 'future':
      return `${name}中的出生日期晚于今天，请核对第7至14位`;
    case 'too_old':
      return `${name}中的出生年份过早，请核对第7至10位`;
    case 'checksum':
      return `${name}有一位输错了，请对照证件逐位核对`;
  }
}

export const phoneMessages: Record<PhoneReason, string> = {
  empty: '请填写手机号',
  characters: '手机号只能有数字，请核对',
  overseas: '请填写中国大陆手机号',
  landline: '这是座机号码，请填写手机号',
  length: '手机号应为11位，请核对',
  prefix: '手机号不正确，请核对前两位',
};

export const usccMessages: Record<UsccReason, string> = {
  empty: '请填写统一社会信用代码',
  length: '统一社会信用代码应为18位，请核对',
  characters: '统一社会信用代码只能有数字和大写字母，且不含I、O、S、V、Z',
  organisation_code: '统一社会信用代码第9至17位不正确，请核对',
  checksum: '统一社会信用代码有一位输错了，请对照证书逐位核对',
};
