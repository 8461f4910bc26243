import 'server-only';
import { registerSet } from '@/features/employer-register/queries/figures';
import { foundedEmployersSet } from '@/features/founding/queries/figures';
import { membershipChangesSet, membersSet } from '@/features/members/queries/figures';
import { unionsSet } from '@/features/organisations/queries/figures';
import type { Actor } from '@/lib/actor';
import type { Figure, FigureSet } from '@/lib/figures';

/** Every set of rows behind the figures of members, unions and employers, in the order of the page. */
export const unionSets: readonly FigureSet[] = [
  membershipChangesSet,
  membersSet,
  foundedEmployersSet,
  unionsSet,
  registerSet,
];

/** The sets whose rows the actor may open somewhere; of the system all. */
export const setsFor = (actor: Actor): FigureSet[] =>
  unionSets.filter(({ may }) => actor.kind === 'system' || may.anywhere(actor));

/** A figure of members, unions or employers with its set; undefined for any other word. */
export function unionFigureOf(id: string): { set: FigureSet; figure: Figure } | undefined {
  for (const set of unionSets) {
    const figure = set.figures.find((each) => each.id === id);
    if (figure) return { set, figure };
  }
  return undefined;
}
