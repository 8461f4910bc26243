import { missingPickUps, pickUpPeople } from '@/features/bookings/rules/pick-up';
import type { Kind } from '@/features/offerings/schema/offering';
import type { AnswerSendBackInput, BookPlaceInput, SentBackField } from '../schema/booking';

const consentWords = '填了健康提示，要先勾选同意；也可以清空不填';

/** What is missing in the answers, by field; empty when all is well. Nothing is asked that the offering does not ask. */
export function missingAnswers(
  offering: { kind: Kind; asksHealthNotes: boolean },
  input: BookPlaceInput,
): Record<string, string> {
  const missing = missingPickUps(input);
  if (offering.kind === 'screening' && !input.screeningConsent) {
    missing.screeningConsent = '请先勾选同意，再提交预约';
  }
  if (input.healthNotes && !input.healthConsent) missing.healthConsent = consentWords;
  return missing;
}

const inFields: readonly SentBackField[] = ['pick_up', 'health_notes'];

/** What the desk asked for has no field of its own, so that it is told in words. */
export const needsWords = (asked: readonly string[]): boolean =>
  asked.length === 0 || asked.some((field) => !(inFields as readonly string[]).includes(field));

/** What is missing in the answer to a booking that was sent back, by field. */
export function missingCorrections(
  asked: readonly string[],
  input: AnswerSendBackInput,
): Record<string, string> {
  const missing = missingPickUps(input);
  if (input.healthNotes && !input.healthConsent) missing.healthConsent = consentWords;
  if (needsWords(asked) && !input.answer) missing.answer = '请写明补正内容';
  const nobody = asked.includes('pick_up') && pickUpPeople(input).length === 0;
  if (nobody && Object.keys(missing).length === 0 && !input.answer) {
    missing.pickUpName1 = '请填写接送人，或在说明里写明为什么不填';
  }
  return missing;
}
