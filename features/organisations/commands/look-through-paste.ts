import 'server-only';
import { authorize } from '@/lib/access';
import { sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { read } from '@/lib/transaction';
import { canManageEmployers, canManageOrganisations } from '../policy';
import { readEmployersBeside } from '../queries/employers-there';
import { readTreeBeside } from '../queries/tree-there';
import { type PastedLine, type PasteReview, pasteProblem } from '../rules/pasted';
import type { LookThroughPasteInput } from '../schema/paste';

/** Names this text with this outcome: what is written later is what was seen. */
export const reviewMark = (pasted: string, lines: readonly PastedLine[]): string =>
  sha256Hex(JSON.stringify([pasted, lines]));

/** The lines as the officer reads them, without what only the writing needs. */
export const shownLines = (lines: readonly PastedLine[]): PastedLine[] =>
  lines.map(({ line, name, kind, below, outcome, words }) => ({
    ...{ line, name, below, outcome, words },
    ...(kind !== undefined && { kind }),
  }));

async function look(
  ctx: Ctx,
  pasted: string,
  linesOf: (tx: Ctx) => Promise<readonly PastedLine[]>,
): Promise<Result<PasteReview, 'bad_list'>> {
  const problem = pasteProblem(pasted);
  if (problem) return refuse('bad_list', { fieldErrors: { pasted: problem } });
  const lines = shownLines(await read(ctx, linesOf));
  return ok({ pasted, lines, sure: reviewMark(pasted, lines) });
}

/**
 * What each line of a pasted tree would become, without writing anything.
 * Refuses `bad_list` with words for the field: nothing in it, or too many lines.
 */
export async function lookThroughTree(
  ctx: Ctx,
  { pasted }: LookThroughPasteInput,
): Promise<Result<PasteReview, 'bad_list'>> {
  authorize(canManageOrganisations.anywhere(ctx.actor));
  return look(ctx, pasted, async (tx) => (await readTreeBeside(tx, pasted)).lines);
}

/**
 * What each line of a pasted list of employers would become, without writing anything.
 * Refuses `bad_list` with words for the field: nothing in it, or too many lines.
 */
export async function lookThroughEmployers(
  ctx: Ctx,
  { pasted }: LookThroughPasteInput,
): Promise<Result<PasteReview, 'bad_list'>> {
  authorize(canManageEmployers.anywhere(ctx.actor));
  return look(ctx, pasted, (tx) => readEmployersBeside(tx, pasted));
}
