import 'server-only';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { listConditionChoices } from '@/features/offerings/queries/form-choices';
import { type OfferingRules, offeringRules } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { read as readIn } from '@/lib/transaction';
import { conditionChanges, conditionRows } from '../rules/condition-words';
import { type RulesDraft, readDraft } from '../rules/rules-draft';
import { freezeSegment } from './freeze-segment';
import { listComparable, previewRules } from './preview-rules';
import { listRuleSets } from './rule-history';

/** The proposal with the conditions of its 人群; what keeps it from being asked for is said at its field. */
async function withSegment(
  ctx: Ctx,
  draft: RulesDraft,
  stored: OfferingRules,
): Promise<RulesDraft> {
  const { rules } = draft;
  if (!rules?.segment) return draft;
  const frozen = await readIn(ctx, (tx) => freezeSegment(tx, rules, stored));
  if (frozen.problem === null) return { ...draft, rules: frozen.rules };
  const fieldErrors = { segmentId: frozen.problem };
  return { ...draft, rules: null, state: { status: 'invalid', code: 'invalid', fieldErrors } };
}

type Search = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Everything the editor of conditions shows: the proposal in its address, how it reads, what differs
 * from what is stored and, once asked for, what it would do.
 */
export async function openRulesEditor(ctx: Ctx, id: string, search: Search) {
  const offering = await getDeskOffering(ctx, id);
  const [choices, sets, comparable] = await Promise.all([
    listConditionChoices(ctx),
    listRuleSets(ctx, offering),
    listComparable(ctx, offering),
  ]);
  const stored = offeringRules.parse(offering.rules);
  const read = readDraft(search, offering.kind, stored, sets);
  const draft = await withSegment(ctx, read, stored);
  const rowsOf = (rules: typeof stored) => conditionRows(rules, offering.kind, choices);
  const shown = draft.rules ? rowsOf(draft.rules) : [];
  const chosen = typeof search.against === 'string' ? search.against : undefined;
  const asked = search.preview !== undefined && draft.rules !== null;
  const preview = asked
    ? await previewRules(ctx, { offeringId: id, rules: draft.rules ?? stored, against: chosen })
    : null;
  return {
    offering,
    choices,
    draft,
    names: {
      towns: choices.towns.map((town) => ({ id: town.id, name: town.name })),
      trades: choices.trades.map((trade) => ({ code: trade.code, name: trade.name })),
    },
    words: shown.map((row) => row.words),
    changes: draft.rules ? conditionChanges(rowsOf(stored), shown) : [],
    preview,
    against: { options: comparable, chosen: chosen ?? comparable[0]?.id },
    booked: offering.counts.length > 0,
    over: offering.status === 'finished' || offering.status === 'cancelled',
  };
}
