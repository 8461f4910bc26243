import { describe, expect, it } from 'vitest';
import type { Ctx } from '../ctx';
import { timedTicket } from './timed-ticket';

const began = new Date('2026-11-24T02:00:00Z');
const MINUTE = 60_000;

/** A request from a browser, so many milliseconds after the ticket was given. */
const from = (browser: string | undefined, after = 0): Ctx =>
  ({
    now: new Date(began.getTime() + after),
    client: browser === undefined ? undefined : { browser, address: null, device: '手机' },
  }) as unknown as Ctx;
const tickets = timedTicket<{ phone: string }>('proof');

describe('a ticket to the next page', () => {
  const ticket = tickets.seal(from('a'), { phone: '13800000009' });

  it('opens in its own browser, and shows nothing of itself', () => {
    expect(tickets.open(from('a'), ticket)).toEqual({ phone: '13800000009' });
    expect(ticket).not.toContain('13800000009');
  });

  it('opens for fifteen minutes, to the millisecond', () => {
    expect(tickets.open(from('a', 15 * MINUTE - 1), ticket)).not.toBeNull();
    expect(tickets.open(from('a', 15 * MINUTE), ticket)).toBeNull();
  });

  it('forgives a clock that is behind, but never by more than its own time', () => {
    expect(tickets.open(from('a', -15 * MINUTE), ticket)).not.toBeNull();
    expect(tickets.open(from('a', -15 * MINUTE - 1), ticket)).toBeNull();
  });

  it('opens nowhere else, for nothing else, and not when it was altered', () => {
    expect(tickets.open(from('b'), ticket)).toBeNull();
    expect(tickets.open(from(undefined), ticket)).toBeNull();
    expect(timedTicket('link').open(from('a'), ticket)).toBeNull();
    expect(tickets.open(from('a'), `${ticket.slice(0, -2)}AA`)).toBeNull();
    expect(tickets.open(from('a'), '')).toBeNull();
  });

  it('of a request without a browser’s mark opens for such a request alone', () => {
    const unmarked = tickets.seal(from(undefined), { phone: '1' });
    expect(tickets.open(from(undefined), unmarked)).toEqual({ phone: '1' });
    expect(tickets.open(from('a'), unmarked)).toBeNull();
  });
});
