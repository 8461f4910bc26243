import 'server-only';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import type { Ctx } from '@/lib/ctx';
import { findAccountIdByPhone } from './roles';

interface Found {
  accountId: string | null;
  /** What to say beside the field. */
  error: string | null;
}

/**
 * Judges what was typed and finds the one account with this number, exactly.
 * @returns the account's id, or null with the words for the field; both null while nothing is typed
 */
export async function searchByPhone(ctx: Ctx, typed: string | undefined): Promise<Found> {
  if (!typed) return { accountId: null, error: null };
  const phone = parsePhone(typed);
  if (!phone.ok) return { accountId: null, error: phoneMessages[phone.reason] };
  const accountId = await findAccountIdByPhone(ctx, phone.normalised);
  const error = accountId ? null : '没有这个手机号的账号。在下面发邀请，或请本人先用验证码登录一次';
  return { accountId, error };
}
