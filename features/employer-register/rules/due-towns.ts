interface Due {
  readonly open: number;
  readonly large: number;
  readonly visits: number;
  readonly unassigned: number;
}

export interface DueTown extends Due {
  /** Null: of all towns together. */
  readonly placeId: string | null;
  readonly name: string;
  /** 任期 and 证书 that end within half a year, or are over. */
  readonly terms: number;
}

/**
 * The towns of the register with what is due in each, those without an entry after them, and a line of all.
 * @param endings how many terms and certificates end, by town
 */
export function dueTowns(
  { towns, all }: { towns: readonly (Due & { placeId: string; name: string })[]; all: Due },
  endings: readonly { townId: string | null; town: string; n: number }[],
): DueTown[] {
  const termsOf = (id: string) => endings.find(({ townId }) => townId === id)?.n ?? 0;
  const listed = towns.map((town) => ({ ...town, terms: termsOf(town.placeId) }));
  const none = { open: 0, large: 0, visits: 0, unassigned: 0 };
  const others = endings
    .filter(({ townId }) => !towns.some(({ placeId }) => placeId === townId))
    .map(({ townId, town, n }) => ({ ...none, placeId: townId, name: town, terms: n }));
  const terms = endings.reduce((sum, { n }) => sum + n, 0);
  return [...listed, ...others, { ...all, placeId: null, name: '合计', terms }];
}
