/** A decision that its officer may still take back, as it is stored. */
export interface Undoable {
  /** The account that took it. */
  readonly decidedBy: string | null;
  /** When its messages leave; see `undoUntil`. */
  readonly until: Date;
  /** When it was taken back, where that is stored. */
  readonly undoneAt?: Date | null;
}

export type NotUndone = 'not_yours' | 'already_undone' | 'undo_too_late';

/**
 * Until when a decision may be taken back: its messages leave at that moment.
 * @param seconds the setting `undoSeconds`
 */
export const undoUntil = (decidedAt: Date, seconds: number): Date =>
  new Date(decidedAt.getTime() + seconds * 1000);

/**
 * Why a decision can no longer be taken back: only whoever took it may, once, and only before its messages
 * leave. Whether something else has happened since, the caller knows.
 * @returns null when it can
 */
export function whyNotUndone(
  { decidedBy, until, undoneAt = null }: Undoable,
  by: { readonly accountId: string | null; readonly now: Date },
): NotUndone | null {
  if (decidedBy === null || decidedBy !== by.accountId) return 'not_yours';
  if (undoneAt !== null) return 'already_undone';
  return by.now > until ? 'undo_too_late' : null;
}

/** What an officer reads when a decision stays as it is. */
export const undoWords: Record<NotUndone, string> = {
  not_yours: '只有做出决定的人可以撤销',
  already_undone: '这个决定已经撤销过了',
  undo_too_late: '通知已经发出，不能撤销。要更正请联系本人',
};

/** The line under the decisions; undefined where nothing can be taken back. */
export const undoNote = (seconds: number): string | undefined =>
  seconds > 0 ? `${seconds} 秒内可撤销，之后发通知` : undefined;
