import { formatShortDay, todayOn } from '@/lib/dates';

interface Sitting {
  readonly id: string;
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
}

/** The session an officer most likely means: the next that is not over, else the last. */
export function nearestSession<S extends Sitting>(o: {
  readonly sessions: readonly S[];
  readonly now: Date;
}): S | undefined {
  const live = o.sessions.filter((s) => s.cancelledAt === null);
  return live.find((s) => s.endsAt > o.now) ?? live.at(-1) ?? o.sessions[0];
}

/** A session's name where several stand side by side: with its day when names repeat. */
export function sessionLabel(
  s: { title: string; startsAt: Date },
  all: readonly { title: string }[],
  now: Date,
): string {
  const repeats = all.filter((other) => other.title === s.title).length > 1;
  return repeats ? `${formatShortDay(todayOn(s.startsAt), todayOn(now))} ${s.title}` : s.title;
}
