import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result } from '@/lib/result';
import { type ScanResult, type ScanWords, scanWords } from '../rules/result';
import type { CheckInFormInput } from '../schema/check-in';
import { checkInBatch } from './check-in-batch';

export interface OneAnswer extends ScanWords {
  readonly scan: ScanResult;
  readonly present: number;
  readonly expected: number;
}

/**
 * The same 签到 by a plain form, for one typed code or one person found by search; works before and
 * without the page's program. Rights, audit and rules are those of `checkInBatch`.
 */
export async function checkInOne(
  ctx: Ctx,
  { sessionId, code, bookingId }: CheckInFormInput,
): Promise<Result<OneAnswer, 'by_class_staff'>> {
  const scan = {
    id: newId(),
    at: new Date().toISOString(),
    ...(bookingId ? { bookingId, way: 'search' } : { code }),
  };
  const answer = await checkInBatch(ctx, { sessionId, deviceId: 'desk-form', scans: [scan] });
  if (!answer.ok) return answer;
  const { results, present, expected } = answer.value;
  const [result] = results;
  if (!result) throw new Error('a scan without an answer');
  return ok({ ...scanWords(result), scan: result, present, expected });
}
