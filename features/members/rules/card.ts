const WINDOW_MS = 60_000;
const GRACE_MS = 15_000;

export interface CardWindow {
  /** When the next code is due. */
  readonly endsAt: Date;
  /** Until when a scanner accepts this one: a moment longer, for whoever is just being scanned. */
  readonly expiresAt: Date;
  readonly secondsLeft: number;
}

/** The code of the member card changes every full minute, so that a screenshot is soon worthless. */
export function cardWindow(now: Date): CardWindow {
  const end = (Math.floor(now.getTime() / WINDOW_MS) + 1) * WINDOW_MS;
  return {
    endsAt: new Date(end),
    expiresAt: new Date(end + GRACE_MS),
    secondsLeft: Math.ceil((end - now.getTime()) / 1000),
  };
}
