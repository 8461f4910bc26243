import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { isRefusal, ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isOwnApplication } from '../policy';
import type { SavedAnswer } from '../rules/paths';
import { type JoinQuestion, nextQuestion } from '../rules/questions';
import { type Application, openApplication } from '../steps/open-application';
import { recordCorrections } from '../steps/record-corrections';

/** The columns that hold answers; nothing else can be written this way. */
export type AnswerColumns = Partial<
  Pick<
    Application,
    | 'name'
    | 'pinyin'
    | 'nameGrams'
    | 'idType'
    | 'idSealed'
    | 'idIndex'
    | 'idMasked'
    | 'sex'
    | 'birthOn'
    | 'occupationCode'
    | 'occupationVersion'
    | 'route'
    | 'channel'
    | 'organisationId'
    | 'employerId'
    | 'employerName'
    | 'townId'
  >
>;

/**
 * Saves the answers to some questions on the server, so that another phone can go on from here.
 * Starts the draft when there is none. In one's own draft the last answer wins: a page reached by
 * 「back」 must not be told off for being old. What is attested to is checked when it is submitted.
 * @param answer makes the columns from the locked application, or refuses
 */
export async function saveAnswer<R extends string>(
  ctx: Ctx,
  questions: readonly JoinQuestion[],
  answer: (tx: Ctx, application: Application) => Promise<AnswerColumns | Result<never, R>>,
): Promise<Result<SavedAnswer, R | 'already_submitted' | 'already_member'>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    const opened = await openApplication(tx, tx.actor.accountId);
    if (!opened.ok) return opened;
    const application = opened.value;
    authorize(isOwnApplication(tx.actor, application.accountId));
    const columns = await answer(tx, application);
    if (isRefusal(columns)) return columns as Result<never, R>;
    const [saved] = await tx.db
      .update(applications)
      .set({
        ...(columns as AnswerColumns),
        // A corrected field is off the list; when the list is empty the case can go back.
        sentBackFields: application.sentBackFields.filter(
          (field) => !(questions as readonly string[]).includes(field),
        ),
        version: sql`${applications.version} + 1`,
        updatedAt: tx.now,
      })
      .where(eq(applications.id, application.id))
      .returning();
    if (!saved) throw new Error('the locked application is gone');
    await recordCorrections(tx, application, saved, questions);
    await recordAudit(tx, {
      action: 'save_answer',
      entityType: 'membership_application',
      entityId: saved.id,
      organisationId: saved.organisationId,
      after: { questions: [...questions], document: saved.idMasked, version: saved.version },
    });
    return ok({ id: saved.id, status: saved.status, next: nextQuestion(saved) });
  });
}
