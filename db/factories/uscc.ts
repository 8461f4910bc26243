import { organisationCheckCharacter, usccCheckCharacter } from '@/lib/china/id/uscc';

/**
 * A synthetic 统一社会信用代码, of 港南区 unless said otherwise, with right check characters.
 * @param registrar two characters: `91` company, `92` household firm, `81` union, `12` public institution
 * @param n makes it unique; up to eight digits
 */
export function aUscc(registrar: string, n: number, area = '450803'): string {
  const body = String(n).padStart(8, '0');
  const first17 = `${registrar}${area}${body}${organisationCheckCharacter(body)}`;
  return first17 + usccCheckCharacter(first17);
}
