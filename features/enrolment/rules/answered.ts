interface Event {
  readonly type: string;
  readonly note: string | null;
}

/**
 * What the desk asked when it last sent a booking back, and what its owner answered. Null for a booking that did
 * not come back.
 * @param history of one booking, oldest first
 */
export function answeredOf(history: readonly Event[]): { asked: string; answer: string } | null {
  const at = history.findLastIndex(({ type }) => type === 'sent_back');
  const answer = at < 0 ? undefined : history.slice(at).findLast(({ type }) => type === 'answered');
  return answer ? { asked: history[at]?.note ?? '', answer: answer.note ?? '' } : null;
}
