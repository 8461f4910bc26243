import { describe, expect, it } from 'vitest';
import { applicationStatuses } from '@/db/schema/enums';
import {
  type ApplicationStatus,
  applicationTransitions,
  canMove,
  isEditable,
  isOpen,
  isWithdrawable,
  statusLabels,
  undoTransitions,
} from './transitions';

const allowed = [
  ['draft', 'submitted'],
  ['draft', 'withdrawn'],
  ['submitted', 'in_review'],
  ['submitted', 'withdrawn'],
  ['in_review', 'sent_back'],
  ['in_review', 'approved'],
  ['in_review', 'rejected'],
  ['sent_back', 'submitted'],
] as const;

const pairs = applicationStatuses.flatMap((from) =>
  applicationStatuses.map((to): [ApplicationStatus, ApplicationStatus] => [from, to]),
);

describe('the life of an application', () => {
  it('has a row for every status the table allows', () => {
    expect(Object.keys(applicationTransitions)).toEqual([...applicationStatuses]);
    expect(Object.keys(statusLabels)).toEqual([...applicationStatuses]);
  });

  it.each(pairs)('from %s to %s', (from, to) => {
    expect(canMove(from, to)).toBe(allowed.some(([a, b]) => a === from && b === to));
  });

  it('undoes only decisions, and always back onto the desk', () => {
    expect(undoTransitions).toEqual({
      sent_back: 'in_review',
      approved: 'in_review',
      rejected: 'in_review',
    });
  });

  it.each([
    ['draft', true, true],
    ['submitted', true, false],
    ['in_review', true, false],
    ['sent_back', true, true],
    ['approved', false, false],
    ['rejected', false, false],
    ['withdrawn', false, false],
  ] as const)('%s: open %s, editable %s', (status, open, editable) => {
    expect(isOpen(status)).toBe(open);
    expect(isEditable(status)).toBe(editable);
  });

  it('lets the worker withdraw only what nobody has opened', () => {
    const openedAt = new Date();
    expect(isWithdrawable({ status: 'submitted', openedAt: null })).toBe(true);
    expect(isWithdrawable({ status: 'submitted', openedAt })).toBe(false);
    expect(isWithdrawable({ status: 'in_review', openedAt })).toBe(false);
    expect(isWithdrawable({ status: 'draft', openedAt: null })).toBe(false);
  });
});
