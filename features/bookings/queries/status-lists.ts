import 'server-only';
import { sql } from 'drizzle-orm';

// As text, because a partial index is matched by literals only. status-lists.test.ts holds them to
// the rules, so that no statement keeps a list of its own that drifts.

/** `holdsPlace`: counted in the capacity row. */
export const holdingStatuses = sql`('pending', 'sent_back', 'booked', 'offered', 'attended', 'absent')`;

/** `isActive`: holds a place or waits for one. */
export const activeStatuses = sql`('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted', 'attended', 'absent')`;

/** Stood in a draw and has no place of it, whether or not it waits on. */
export const lostStatuses = sql`('waitlisted', 'not_drawn')`;

/** `onTheRoll`: who is expected at a meeting, or was. */
export const rollStatuses = sql`('booked', 'attended', 'absent')`;

/** Neither holds a place nor waits for one any more. */
export const overStatuses = sql`('lapsed', 'not_drawn', 'refused', 'cancelled')`;
