import 'server-only';
import type { ClockRef } from '@/features/clocks/queries/clock-row';
import { pauseClock, resumeClock } from '@/features/clocks/steps/change-clock';
import { endClock, startClock } from '@/features/clocks/steps/start-clock';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { type ClockKind, termsOfKind } from '../rules/side-clocks';
import {
  transferAppealAnswerDays,
  transferAppealDays,
  transferInDays,
  transferOutDays,
} from '../settings';

const refOf = (subjectId: string, kind: ClockKind): ClockRef => ({
  subjectKind: 'transfer',
  subjectId,
  kind,
});

/**
 * Starts a deadline of a transfer on the day of its event.
 * @returns the last day, YYYY-MM-DD
 */
export async function startSideClock(
  systemTx: Ctx,
  transferId: string,
  kind: ClockKind,
  startOn: string,
): Promise<string> {
  const lengths = await readSettings(systemTx, {
    out: transferOutDays,
    in: transferInDays,
    refused: transferAppealDays,
    appeal: transferAppealAnswerDays,
  });
  const terms = termsOfKind(kind, lengths);
  return (await startClock(systemTx, { ...refOf(transferId, kind), startOn, terms })).dueOn;
}

/** Ends a deadline that was met or that nobody needs any more; false when none runs. */
export const endSideClock = (
  systemTx: Ctx,
  transferId: string,
  kind: ClockKind,
  how: 'met' | 'withdrawn' = 'met',
): Promise<boolean> => endClock(systemTx, refOf(transferId, kind), how);

/** 暂停: from the day `from` on (YYYY-MM-DD) nothing counts for the old side. */
export async function pauseOutClock(
  systemTx: Ctx,
  transferId: string,
  why: { from: string; reason: string; by: string },
): Promise<void> {
  await pauseClock(systemTx, refOf(transferId, 'transfer_out'), why);
}

/**
 * The day `to` (YYYY-MM-DD) counts again.
 * @returns the new last day, YYYY-MM-DD; null is never given, for nothing else stops it
 */
export async function resumeOutClock(
  systemTx: Ctx,
  transferId: string,
  to: string,
): Promise<string | null> {
  const ref = refOf(transferId, 'transfer_out');
  return (await resumeClock(systemTx, ref, { to, by: '系统' })).dueOn;
}
