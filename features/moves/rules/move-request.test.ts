import { describe, expect, it } from 'vitest';
import { moveRequestSettings } from '../settings';
import { moveOption } from './move-options';
import { fullWords, moveAnswerBy, refuseDeskMove, silenceAfter } from './move-request';

const at = (text: string) => new Date(`${text}:00+08:00`);
const now = at('2026-12-01T10:00');

describe('who may be moved by the desk', () => {
  it.each([
    ['booked', null],
    ['pending', null],
    ['sent_back', null],
    ['waitlisted', 'not_movable'],
    ['offered', 'not_movable'],
    ['attended', 'not_movable'],
    ['cancelled', 'not_movable'],
  ] as const)('%s before it begins: %s', (status, refused) => {
    expect(refuseDeskMove({ status, startsAt: at('2026-12-01T10:01') }, now)).toBe(refused);
  });

  it('nobody from the instant at which it begins', () => {
    expect(refuseDeskMove({ status: 'booked', startsAt: now }, now)).toBe('begun');
  });
});

describe('the time to answer', () => {
  it('is so many hours, at most half of what is left before the earlier session', () => {
    const far = at('2027-01-01T09:00');
    expect(moveAnswerBy([far, far], 48, now)).toEqual(at('2026-12-03T10:00'));
    expect(moveAnswerBy([far, at('2026-12-01T20:00')], 48, now)).toEqual(at('2026-12-01T15:00'));
  });

  it('ends as the setting says, and never in a swap of one only', () => {
    expect(silenceAfter('换到新场次', false)).toContain('就换到新场次');
    expect(silenceAfter('换到新场次', true)).toContain('还在原来的场次');
    expect(silenceAfter('留在原场次', false)).toContain('还在原来的场次');
    const { moveSilence } = moveRequestSettings;
    expect(moveSilence.check('随便')).toEqual({ refused: '请填 留在原场次 或 换到新场次' });
    expect(moveSilence.check('换到新场次')).toBe('换到新场次');
  });
});

describe('a session to go to', () => {
  const day = { endsAt: at('2026-12-20T12:00'), details: {} };
  const from = { ...day, startsAt: at('2026-12-20T09:00') };
  const session = { ...from, id: 's', title: '二班', place: '二楼' };

  it('says how many places it has, and that the hours are the same', () => {
    const seats = { capacity: 20, taken: 15, waiting: 0, reserved: 2 };
    expect(moveOption({ ...session, ...seats }, from, now)).toMatchObject({
      ...{ hint: '二楼，剩 3 个名额，时间不变', disabled: false },
    });
  });

  it('that is full says so with its queue, and cannot be chosen', () => {
    const seats = { capacity: 20, taken: 20, waiting: 3 };
    expect(moveOption({ ...session, ...seats }, from, now)).toMatchObject({
      ...{ hint: expect.stringContaining('20 个名额已满，3 人候补'), disabled: true },
    });
    expect(fullWords({ title: '二班', ...seats })).toBe(
      '“二班” 20 个名额已满，还有 3 人候补，移不过去。可以换一场，或先在设置里加名额',
    );
  });
});
