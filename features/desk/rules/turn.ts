interface Officer {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly acts_for: string | null;
}

const nameOf = ({ name, acts_for }: Officer): string =>
  acts_for ? `${name}（代${acts_for}）` : name;

/**
 * Whose turn a case is, in words: who has taken it on; else those of its own desk, else of the nearest above.
 * @param me the account that reads it
 */
export function turnText(
  officers: readonly Officer[],
  taken: { readonly id: string; readonly name: string } | null,
  me: string | null,
): string {
  if (taken) return taken.id === me ? '由您办理' : `由 ${taken.name} 办理`;
  const nearest = Math.min(...officers.map(({ depth }) => depth));
  const turn = officers.filter(({ depth }) => depth === nearest).map(nameOf);
  if (officers.filter(({ depth }) => depth === nearest).every(({ id }) => id === me) && turn[0]) {
    return '轮到您办';
  }
  const shown = turn.slice(0, 3).join('、');
  const more = turn.length > 3 ? `等 ${turn.length} 人` : '';
  return turn.length > 1 ? `${shown}${more}都可以办，谁先办算谁的` : `由 ${shown || '上级'} 办理`;
}

/** Colleagues a case can be handed to, as the choice shows them: 莫振华（上级）. */
export const choicesOf = (officers: readonly Officer[], me: string | null) =>
  officers
    .filter(({ id }) => id !== me)
    .map((one) => ({
      value: one.id,
      label: one.depth === 0 ? nameOf(one) : `${nameOf(one)}，上级`,
    }));
