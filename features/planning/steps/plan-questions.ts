import 'server-only';
import { readForm } from '@/features/questions/queries/form';
import { refuseChange } from '@/features/questions/rules/change';
import type { QuestionContent } from '@/features/questions/rules/question';
import { keptDaysByDefault } from '@/features/questions/settings';
import { appendQuestion } from '@/features/questions/steps/append-question';
import { copyQuestions } from '@/features/questions/steps/copy-questions';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { type Refusal, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import type { PlannedLine } from './plan-sessions';
import type { EarlierPlan } from './plan-source';

interface Given {
  readonly offeringId: string;
  readonly round: EarlierPlan | null;
  readonly question: QuestionContent | null;
  /** The sessions, with those of the earlier round that they are like. */
  readonly made: readonly PlannedLine[];
}

/**
 * The questions of the earlier round, and the one that was typed behind them; null when done.
 * Refuses `invalid` when the earlier round asks as many as a form takes.
 */
export async function planQuestions(
  tx: Ctx,
  { offeringId, round, question, made }: Given,
): Promise<Refusal<'invalid'> | null> {
  const after = made.flatMap(({ like, sessionId }) =>
    like ? [{ from: like, to: sessionId }] : [],
  );
  if (round) await copyQuestions(tx, round.source.id, offeringId, after);
  if (!question) return null;
  const { keptDays } = await readSettings(tx, { keptDays: keptDaysByDefault });
  const id = newId();
  const form = await readForm(tx, offeringId);
  const full = refuseChange(form.questions, { ...question, id, version: 1, keptDays }, 0);
  if (full) {
    const questionLabel = '上一期的问题已经够多，请先到“问题”页停用不用的';
    return refuse('invalid', { fieldErrors: { questionLabel } });
  }
  await appendQuestion(tx, offeringId, { ...question, id, keptDays });
  return null;
}
