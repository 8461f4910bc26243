import { describe, expect, it } from 'vitest';
import { dueOf } from '@/features/clocks/rules/due';
import { cardWindow } from '@/features/members/rules/card';
import { formatMemberNumber, groupMemberNumber } from '@/features/members/rules/numbers';
import { workCalendarOf } from '@/lib/calendar/workdays';
import { pathAfterAnswer, questionPath } from './paths';
import {
  type Answers,
  isComplete,
  joinQuestions,
  nextQuestion,
  stepOf,
  stepsTotal,
} from './questions';
import { answerTerms, isOfAge, isOverdue, reviewStepsOf } from './review';
import { unionOfEmployer } from './routing';

const whole: Answers = {
  name: '陈一帆',
  idMasked: '4508**********0029',
  sex: 'female',
  birthOn: '1990-03-07',
  occupationCode: 'courier',
  organisationId: 'o',
};

describe('questions', () => {
  it('come one after another, and none twice', () => {
    expect(nextQuestion({ ...whole, name: null, organisationId: null })).toBe('name');
    expect(nextQuestion({ ...whole, idMasked: null })).toBe('id');
    expect(nextQuestion({ ...whole, birthOn: null })).toBe('id');
    expect(nextQuestion({ ...whole, sex: null })).toBe('id');
    expect(nextQuestion({ ...whole, occupationCode: null })).toBe('occupation');
    expect(nextQuestion({ ...whole, organisationId: null })).toBe('workplace');
    expect(isComplete(whole)).toBe(true);
  });

  it('are steps 1 to 4 of 5', () => {
    expect([...joinQuestions.map(stepOf), stepsTotal]).toEqual([1, 2, 3, 4, 5]);
  });

  const saved = { id: 'a', status: 'draft', next: null } as const;
  it.each([
    [saved, undefined, '/join/check'],
    [{ ...saved, next: 'id' } as const, undefined, '/join/id'],
    [{ ...saved, next: 'id' } as const, 'check', '/join/check'],
    [saved, 'transfer', '/join/transfer'],
    [{ ...saved, status: 'sent_back' } as const, 'check', '/applications/a'],
  ] as const)('lead on: %j from %s to %s', (answer, from, path) => {
    expect(pathAfterAnswer(answer, from)).toBe(path);
  });

  it('carry in their address where they were opened from', () => {
    expect(questionPath('name')).toBe('/join/name');
    expect(questionPath('name', null)).toBe('/join/name');
    expect(questionPath('id', 'check')).toBe('/join/id?from=check');
  });
});

describe('review', () => {
  it.each([
    [{ reviewSteps: null, parentId: 'p' }, 1, 1],
    [{ reviewSteps: null, parentId: 'p' }, 2, 2],
    [{ reviewSteps: 1, parentId: 'p' }, 2, 1],
    [{ reviewSteps: 2, parentId: 'p' }, 1, 2],
    [{ reviewSteps: 2, parentId: null }, 2, 1],
  ])('%j under setting %i takes %i', (union, setting, steps) => {
    expect(reviewStepsOf(union, setting)).toBe(steps);
  });

  it('counts working days across 国庆 with its worked weekends', () => {
    const off = ['01', '02', '05', '06', '07'].map((day) => ({
      on: `2026-10-${day}`,
      kind: 'off' as const,
    }));
    const calendar = workCalendarOf([...off, { on: '2026-10-10', kind: 'work' }]);
    const due = (days: { slaDays: number; reminderDays: number }) => {
      const fresh = { start: '2026-09-30', pauses: [], extension: null };
      return dueOf({ ...fresh, ...answerTerms(days) }, calendar);
    };
    const five = due({ slaDays: 5, reminderDays: 3 });
    expect(five).toMatchObject({ dueOn: '2026-10-13', warnOn: '2026-10-10' });
    expect(due({ slaDays: 3, reminderDays: 5 })).toMatchObject({
      ...{ dueOn: '2026-10-10', warnOn: '2026-10-10' },
    });
  });

  it('is overdue the day after', () => {
    expect(isOverdue('2026-12-01', '2026-12-01')).toBe(false);
    expect(isOverdue('2026-12-01', '2026-12-02')).toBe(true);
  });

  it('takes people from their sixteenth birthday on', () => {
    expect(isOfAge('2010-11-24', '2026-11-24', 16)).toBe(true);
    expect(isOfAge('2010-11-25', '2026-11-24', 16)).toBe(false);
  });
});

describe('routing', () => {
  it.each([
    [{ unionId: 'u', townId: 't' }, 'h', { route: 'employer', organisationId: 'u' }],
    [{ unionId: null, townId: 't' }, 'h', { route: 'town', organisationId: 'h' }],
    [{ unionId: null, townId: 't' }, null, null],
    [{ unionId: null, townId: null }, 'h', null],
  ])('%j with home %s', (employer, home, union) => {
    expect(unionOfEmployer(employer, home)).toEqual(union);
  });
});

describe('the card', () => {
  it('has a number read in fours', () => {
    const number = formatMemberNumber('0803', 2026, 137);
    expect(number).toBe('080326000137');
    expect(groupMemberNumber(number)).toBe('0803 2600 0137');
  });

  it('changes its code every full minute, and forgives a quarter', () => {
    const window = cardWindow(new Date('2026-11-24T04:00:18.400Z'));
    expect(window.endsAt.toISOString()).toBe('2026-11-24T04:01:00.000Z');
    expect(window.expiresAt.toISOString()).toBe('2026-11-24T04:01:15.000Z');
    expect(window.secondsLeft).toBe(42);
    expect(cardWindow(window.endsAt).secondsLeft).toBe(60);
  });
});
