import { describe, expect, it } from 'vitest';
import { undoNote, undoUntil, whyNotUndone } from './undo';

describe('taking a decision back', () => {
  const now = new Date('2026-06-15T02:00:10Z');
  const decision = { decidedBy: 'a', until: now, undoneAt: null };
  it.each([
    ['by whoever took it, in its last moment', decision, 'a', null],
    ['by whoever took it, where no undo is stored', { decidedBy: 'a', until: now }, 'a', null],
    ['by a colleague', decision, 'b', 'not_yours'],
    ['by nobody who is signed in', decision, null, 'not_yours'],
    ['where nobody decided', { ...decision, decidedBy: null }, null, 'not_yours'],
    ['a second time', { ...decision, undoneAt: now }, 'a', 'already_undone'],
    ['a moment too late', { ...decision, until: new Date(+now - 1) }, 'a', 'undo_too_late'],
  ] as const)('is answered when asked %s', (_when, given, accountId, expected) => {
    expect(whyNotUndone(given, { accountId, now })).toBe(expected);
  });

  it('ends the given seconds after the decision', () => {
    expect(undoUntil(now, 10)).toEqual(new Date('2026-06-15T02:00:20Z'));
  });

  it('is not promised where the setting is no second', () => {
    expect([undoNote(10), undoNote(0)]).toEqual(['10 秒内可撤销，之后发通知', undefined]);
  });
});
