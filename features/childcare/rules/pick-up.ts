export interface StoredCode {
  readonly id: string;
  readonly onDay: string;
  readonly code: string;
  readonly usedAt: Date | null;
  readonly replacedAt: Date | null;
  readonly wrongTries: number;
}

/** The number of wrong tries after which a code is dead; the guardian makes a new one. */
export const WRONG_TRIES = 5;
/** Codes a guardian may make for one child in a day. */
export const CODES_A_DAY = 5;

export type PickUpCodeRefusal =
  | 'code_wrong'
  | 'code_used'
  | 'code_replaced'
  | 'code_other_day'
  | 'code_burnt'
  | 'code_none';

export type CodeVerdict =
  | { readonly ok: true; readonly id: string }
  | { ok: false; reason: PickUpCodeRefusal; against: string | null };

const no = (reason: PickUpCodeRefusal, against: string | null = null): CodeVerdict => ({
  ok: false,
  reason,
  against,
});

/**
 * Whether a typed one-day code releases the child today: this day's, unused, not replaced by a newer
 * one, not tried wrongly too often (domain.md §3.2). A right code of another day is named as such.
 * @returns the code to spend, or why not and which code the wrong try counts against
 */
export function checkPickUpCode(
  codes: readonly StoredCode[],
  typed: string,
  today: string,
): CodeVerdict {
  const current = codes.find((c) => c.onDay === today && !c.usedAt && !c.replacedAt);
  if (current && current.wrongTries >= WRONG_TRIES) return no('code_burnt');
  if (current?.code === typed) return { ok: true, id: current.id };
  const same = codes.filter((c) => c.code === typed);
  const wrong = (reason: PickUpCodeRefusal) => no(reason, current?.id ?? null);
  if (same.some((c) => c.onDay === today && c.usedAt)) return wrong('code_used');
  if (same.some((c) => c.onDay === today && c.replacedAt)) return wrong('code_replaced');
  if (same.length > 0) return wrong('code_other_day');
  return current ? wrong('code_wrong') : no('code_none');
}

/** Who fetched a child, as it is kept of a hand-over. */
export interface Fetcher {
  readonly name: string;
  readonly relation: string;
}

/** Reads what was sealed of a hand-over; null for anything else. */
export function parseFetcher(text: string): Fetcher | null {
  const { name, relation }: { name?: unknown; relation?: unknown } = Object(JSON.parse(text));
  return typeof name === 'string' && typeof relation === 'string' ? { name, relation } : null;
}

/** 外婆王秀英; 接送人 when it has been forgotten. */
export const fetcherWords = (fetcher: Fetcher | null): string =>
  fetcher ? `${fetcher.relation}${fetcher.name}` : '接送人';
