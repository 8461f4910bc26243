import 'server-only';
import type { clocks } from '@/db/schema/clocks';
import type { Ctx } from '@/lib/ctx';

/** A deadline as it stands in the table; days `YYYY-MM-DD`. */
export type Clock = typeof clocks.$inferSelect;

/** A clock whose day is known: it is not paused. */
export type DueClock = Clock & { dueOn: string };

/** Which deadline of what: at most one of them runs. */
export interface ClockRef {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly kind: string;
}

/** Whom a moved date concerns, and in what words its matter is named to them. */
export interface MovedTo {
  readonly accountIds: readonly string[];
  /** 入会申请 RH26-0605-0018. */
  readonly matter: string;
  readonly link: string;
}

/**
 * What the room of a kind does by the clock. Each runs as the system, in a transaction of its own that holds the
 * subject first and the clock second, as whoever ends the clock does.
 */
export interface ClockHandler {
  /** Locks the subject's row; whether it is still there. */
  readonly lock: (tx: Ctx, subjectId: string) => Promise<boolean>;
  /** The day of the warning has come, and the due day is not over. */
  readonly warn?: (tx: Ctx, clock: DueClock) => Promise<void>;
  /** The due day is over, however long ago: what it brings counts from `clock.dueOn`. */
  readonly due?: (tx: Ctx, clock: DueClock) => Promise<void>;
  /** The table of holidays moved the due day: the room writes it where its lists are sorted by it. */
  readonly moved?: (tx: Ctx, clock: DueClock, was: string) => Promise<MovedTo | null>;
}

/** By kind of clock. */
export type ClockHandlers = Readonly<Record<string, ClockHandler>>;
