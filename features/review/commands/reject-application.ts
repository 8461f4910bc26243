import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { portal } from '@/lib/portal/portal';
import type { Result } from '@/lib/result';
import { rejectedNotice } from '../messages';
import type { RejectInput } from '../schema/review';
import { type Decided, type DecideRefusal, decideApplication } from './decide-application';

/** 不予通过, always with a reason the worker reads; the worker may apply again (domain.md §1.4). */
export const rejectApplication = (
  ctx: Ctx,
  input: RejectInput,
): Promise<Result<Decided, DecideRefusal>> =>
  decideApplication(ctx, input, async () => ({
    decision: 'rejected',
    to: 'rejected',
    patch: { reason: input.reason },
    note: input.reason,
    notice: (c, union) =>
      rejectedNotice(c, { union, reason: input.reason, hotline: portal().hotline }),
  }));
