import { identityDocumentMessage } from '@/lib/china/id/messages';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import type { IdentityDocumentType } from '@/lib/china/id/types';
import { isRealDate } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';

export interface DocumentAnswer {
  readonly idType: IdentityDocumentType;
  readonly idNumber: string;
  /** Asked only where the number does not say it. */
  readonly birthOn?: string | null;
  readonly sex?: 'male' | 'female' | null;
}

export interface ReadDocument {
  readonly type: IdentityDocumentType;
  readonly normalised: string;
  readonly masked: string;
  readonly birthOn: string;
  readonly sex: 'male' | 'female';
}

const invalid = (field: string, message: string) =>
  refuse('invalid', { fieldErrors: { [field]: message } });

/** Kinds whose number holds no birth date and sex (domain.md §1.6): the form asks for them. */
export const asksBirthAndSex = (type: IdentityDocumentType): boolean =>
  type === 'hk_macau_travel_permit' || type === 'taiwan_travel_permit' || type === 'passport';

/**
 * Checks an identity document and settles birth date and sex: what the number says is locked, and
 * anything else typed beside it is refused (N13); where it says nothing, the answers count.
 * Refuses `invalid` with words for the field.
 * @param today `YYYY-MM-DD`
 */
export function readDocument(
  answer: DocumentAnswer,
  today: string,
): Result<ReadDocument, 'invalid'> {
  const parsed = parseIdentityDocument(answer.idType, answer.idNumber, today);
  if (!parsed.ok) return invalid('idNumber', identityDocumentMessage(answer.idType, parsed));
  const { normalised, masked } = parsed;
  if (parsed.birthOn && answer.birthOn && parsed.birthOn !== answer.birthOn)
    return invalid('birthOn', '出生日期与证件号码不一致，请核对');
  if (parsed.sex && answer.sex && parsed.sex !== answer.sex)
    return invalid('sex', '性别与证件号码不一致，请核对');
  const birthOn = parsed.birthOn ?? answer.birthOn;
  const sex = parsed.sex ?? answer.sex;
  if (!birthOn || !isRealDate(birthOn)) return invalid('birthOn', '请填写证件上的出生日期');
  if (birthOn > today) return invalid('birthOn', '出生日期晚于今天，请核对');
  if (birthOn < '1900-01-01') return invalid('birthOn', '出生年份过早，请核对');
  if (!sex) return invalid('sex', '请选择证件上的性别');
  return ok({ type: answer.idType, normalised, masked, birthOn, sex });
}
