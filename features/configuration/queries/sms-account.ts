import 'server-only';
import { env, sendsNoTexts } from '@/lib/env';
import { templateIds } from '@/lib/messaging/sms/choose';

/** Which carrier is configured, null while texts go nowhere; and of which templates it knows the id. */
export function readSmsAccount(): { carrier: string | null; knows: (code: string) => boolean } {
  const { SMS_PROVIDER, SMS_TEMPLATE_ID = '' } = env();
  const idOf = templateIds(SMS_TEMPLATE_ID);
  return {
    carrier: sendsNoTexts() ? null : SMS_PROVIDER,
    knows: (code) => idOf(code) !== null,
  };
}
