import 'server-only';
import { eq } from 'drizzle-orm';
import { applicationEvents } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { occupationName } from '@/features/members/queries/occupations';
import { accountOf } from '@/lib/actor';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { hiddenChange } from '../rules/masked-change';
import { type JoinQuestion, questionLabels } from '../rules/questions';
import type { Application } from './open-application';

async function workplaceOf(tx: Ctx, a: Application): Promise<string> {
  const [union] = await tx.db
    .select({ name: organisations.shortName })
    .from(organisations)
    .where(eq(organisations.id, a.organisationId ?? ''));
  return [a.employerName, union?.name].filter(Boolean).join('，');
}

/** An answer in the words of the desk; names and numbers masked, since the history outlives them. */
const worded: Record<
  JoinQuestion,
  (tx: Ctx, a: Application) => Promise<string | null> | string | null
> = {
  name: (_tx, a) => a.name && maskName(a.name),
  id: (_tx, a) => a.idMasked,
  occupation: (tx, a) => occupationName(tx, a.occupationCode, a.occupationVersion),
  workplace: workplaceOf,
};

/** Masked words may be the same of two names: those are compared as they are. */
const unmasked: Partial<Record<JoinQuestion, (a: Application) => string | null>> = {
  name: (a) => a.name,
  id: (a) => a.idIndex,
};

/**
 * One line of 经过 for each answer that a correction changed: 职业：快递员 → 外卖配送员. Nothing is written
 * before the first submission, and nothing of an answer given again as it was.
 */
export async function recordCorrections(
  tx: Ctx,
  before: Application,
  after: Application,
  questions: readonly JoinQuestion[],
): Promise<void> {
  if (before.status !== 'sent_back') return;
  for (const question of questions) {
    const [was, is] = [await worded[question](tx, before), await worded[question](tx, after)];
    const bare = unmasked[question];
    if (bare ? bare(before) === bare(after) : was === is) continue;
    const hidden = hiddenChange(
      { masked: was ?? '', bare: bare?.(before) ?? '' },
      { masked: is ?? '', bare: bare?.(after) ?? '' },
    );
    await tx.db.insert(applicationEvents).values({
      applicationId: after.id,
      at: tx.now,
      type: 'corrected',
      fromStatus: before.status,
      toStatus: after.status,
      actorAccountId: accountOf(tx.actor),
      actorLabel: '本人',
      note: `${questionLabels[question]}：${was || '未填'} → ${is || '未填'}${hidden}`,
      fields: [question],
    });
  }
}
