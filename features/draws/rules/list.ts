/** The algorithm that docs/draw.md describes; a change of the order needs a new name. */
export const ALGORITHM = 'lianxin-draw-1';

export const siblingModes = ['none', 'together', 'best_effort'] as const;
export type Siblings = (typeof siblingModes)[number];

/** 预留名额 within the draw, by letter: whose, how many, and whether unused ones join the open ones. */
export interface Reserved {
  readonly letter: string;
  readonly places: number;
  readonly returns: boolean;
  /** Which carve-out of the session it is. */
  readonly id: string;
}

/** One line of the frozen list: a number and what counts for it, no name. */
export interface ListedEntry {
  readonly no: number;
  /** 1 comes first; without tiers everyone is in 1. */
  readonly tier: number;
  /** Tickets: 1, and one more for whoever lost the last draw. */
  readonly weight: number;
  /** Letters of the reserved places this number may take. */
  readonly groups: string;
  /** The same token for siblings who entered together. */
  readonly household: string | null;
  /** Salted digest of the booking number: only its owner can show that it is theirs. */
  readonly digest: string;
}

export interface List {
  readonly session: string;
  readonly open: number;
  readonly reserved: readonly Reserved[];
  readonly siblings: Siblings;
  /** Longest waiting list; null without a limit. */
  readonly waiting: number | null;
  /** Which number will decide, named before anyone can know it. */
  readonly seed: string;
  readonly entries: readonly ListedEntry[];
}

/** 0137, as the list, the receipt and 查我的号 write it. */
export const numberText = (no: number): string => String(no).padStart(4, '0');

const lineOf = (e: ListedEntry): string =>
  [numberText(e.no), e.tier, e.weight, e.groups || '-', e.household ?? '-', e.digest].join(' ');

/** The frozen list as the text whose SHA-256 is published: everything that decides, in one way only. */
export function listText(list: List): string {
  const entries = [...list.entries].sort((a, b) => a.no - b.no);
  const lines = [
    ALGORITHM,
    `session ${list.session}`,
    `open ${list.open}`,
    ...list.reserved.map(
      (r) => `group ${r.letter} ${r.places} ${r.returns ? 'returns' : 'kept'} ${r.id}`,
    ),
    `siblings ${list.siblings}`,
    `waiting ${list.waiting ?? '-'}`,
    `seed ${list.seed}`,
    `entries ${entries.length}`,
    ...entries.map(lineOf),
  ];
  return `${lines.join('\n')}\n`;
}

function entryOf(line: string): ListedEntry {
  const [no, tier, weight, groups, household, digest] = line.split(' ');
  return {
    no: Number(no),
    tier: Number(tier),
    weight: Number(weight),
    groups: groups === '-' ? '' : (groups ?? ''),
    household: household === '-' ? null : (household ?? null),
    digest: digest ?? '',
  };
}

function reservedOf(line: string): Reserved {
  const [, letter = '', places, returns, id = ''] = line.split(' ');
  return { letter, places: Number(places), returns: returns === 'returns', id };
}

/**
 * Reads the published text back; `listText` of the answer is the same text.
 * @throws when it is of another algorithm or cut short
 */
export function parseList(text: string): List {
  const lines = text.trimEnd().split('\n');
  const start = lines.findIndex((line) => line.startsWith('entries '));
  const head = lines.slice(1, start);
  const value = (name: string) =>
    head.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
  const entries = lines.slice(start + 1).map(entryOf);
  const whole = start > 0 && lines[start] === `entries ${entries.length}`;
  if (lines[0] !== ALGORITHM || !whole) throw new Error(`no list of ${ALGORITHM}`);
  return {
    session: value('session'),
    open: Number(value('open')),
    reserved: head.filter((line) => line.startsWith('group ')).map(reservedOf),
    siblings: siblingModes.find((mode) => mode === value('siblings')) ?? 'none',
    waiting: value('waiting') === '-' ? null : Number(value('waiting')),
    seed: value('seed'),
    entries,
  };
}
