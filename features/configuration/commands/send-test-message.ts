import 'server-only';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { env, sendsNoTexts } from '@/lib/env';
import { newId } from '@/lib/ids';
import { countAttempt } from '@/lib/limits/rate-limit';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canConfigure } from '../policy';
import { testMessageLimit } from '../settings';

/**
 * Sends a text through the carrier that is configured, by the same outbox as every other, to the phone of
 * whoever asks: never to a number that was typed. At night too, since its reader waits for it.
 * Refuses `no_carrier` while texts go nowhere; `too_often` beyond so many in an hour (setting).
 */
export async function sendTestMessage(
  ctx: Ctx,
  _: Record<string, never>,
): Promise<Result<{ id: string }, 'no_carrier' | 'too_often'>> {
  const accountId = accountOf(ctx.actor);
  authorize(canConfigure.anywhere(ctx.actor) && accountId !== null);
  if (sendsNoTexts()) return refuse('no_carrier');
  if ((await countAttempt(ctx, testMessageLimit, accountId)) > 0) return refuse('too_often');
  return transaction(ctx, async (tx) => {
    const id = newId();
    await notify(tx, {
      accountId,
      title: '测试短信已交给短信服务商',
      body: '手机收到短信才算接通。没收到请看“未送达短信”里的原因。',
      link: '/desk/first-steps/sms',
      sms: {
        template: 'test_message',
        params: {},
        text: '这是一条测试短信，收到说明短信已接通。',
      },
      quiet: true,
      dedupeKey: `test_message:${id}`,
    });
    await recordAudit(tx, {
      action: 'send_test_message',
      entityType: 'outbox',
      entityId: id,
      after: { carrier: env().SMS_PROVIDER },
    });
    return ok({ id });
  });
}
