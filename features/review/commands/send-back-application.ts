import 'server-only';
import { questionLabels } from '@/features/applications/rules/questions';
import type { Ctx } from '@/lib/ctx';
import type { Result } from '@/lib/result';
import { sentBackNotice } from '../messages';
import type { SendBackInput } from '../schema/review';
import { type Decided, type DecideRefusal, decideApplication } from './decide-application';

/** 退回补正: which answers, and why. The worker corrects only those and sends it again. */
export const sendBackApplication = (
  ctx: Ctx,
  input: SendBackInput,
): Promise<Result<Decided, DecideRefusal>> =>
  decideApplication(ctx, input, async () => {
    const { fields, reason } = input;
    return {
      decision: 'sent_back',
      to: 'sent_back',
      patch: { reason, sentBackFields: fields },
      note: reason,
      fields,
      notice: (c, union) =>
        sentBackNotice(c, { union, reason, fields: fields.map((f) => questionLabels[f]) }),
    };
  });
