import 'server-only';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { listConditionChoices } from '@/features/offerings/queries/form-choices';
import { type OfferingRules, offeringRules } from '@/features/offerings/schema/offering';
import { onlySessionRules, sessionRules } from '@/features/offerings/schema/session-rules';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { conditionChanges, conditionRows, sessionConditionRows } from '../rules/condition-words';
import { readDraft } from '../rules/rules-draft';
import { previewSessionRules } from './preview-rules';
import { listSessionRuleVersions } from './rule-history';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Everything the editor of one session's own conditions shows: the offering's, which hold beside them, the
 * proposal in its address, what differs from what is stored, its history and, once asked for, what it would
 * do. Throws NotFound for a session that is not the offering's or is cancelled.
 */
export async function openSessionRulesEditor(
  ctx: Ctx,
  { offeringId, sessionId }: { offeringId: string; sessionId: string },
  search: Search,
) {
  const offering = await getDeskOffering(ctx, offeringId);
  const session = offering.live.find((s) => s.id === sessionId);
  if (!session) throw new NotFound('session');
  const choices = await listConditionChoices(ctx);
  const whole = offeringRules.parse(offering.rules);
  const stored = sessionRules(session.rules);
  const draft = readDraft(search, offering.kind, stored, []);
  const proposed = draft.rules && sessionRules(onlySessionRules(draft.rules));
  const rowsOf = (rules: OfferingRules) => sessionConditionRows(rules, offering.kind, choices);
  const shown = proposed ? rowsOf(proposed) : [];
  const ended = offering.status === 'finished' || offering.status === 'cancelled';
  const isAsked = search.preview !== undefined && proposed !== null;
  return {
    offering,
    session,
    choices,
    draft,
    whole: conditionRows(whole, offering.kind, choices).map((row) => row.words),
    now: rowsOf(stored).map((row) => row.words),
    words: shown.map((row) => row.words),
    changes: proposed ? conditionChanges(rowsOf(stored), shown) : [],
    preview: isAsked
      ? await previewSessionRules(ctx, { offeringId, sessionId, whole, own: proposed ?? stored })
      : null,
    versions: await listSessionRuleVersions(ctx, sessionId),
    booked: offering.counts.some((one) => one.sessionId === sessionId),
    over: ended || session.startsAt <= offering.now,
    names: {
      towns: choices.towns.map((town) => ({ id: town.id, name: town.name })),
      trades: choices.trades.map((trade) => ({ code: trade.code, name: trade.name })),
    },
  };
}
