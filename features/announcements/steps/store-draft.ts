import 'server-only';
import { announcements } from '@/db/schema/announcements';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { within } from '@/lib/transaction';
import { type AudienceOf, listRecipients } from '../queries/audience';
import { audienceLabels } from '../rules/audience';
import { textProblem } from '../rules/fields';

export type DraftRefusal = 'bad_text' | 'nobody';

interface Draft extends AudienceOf {
  readonly organiserId: string;
  readonly text: string;
  readonly bySms: boolean;
}

/**
 * Stores a message to be looked at, with its line in the ledger; the caller has judged who may.
 * Refuses `bad_text` with what is wrong beside the field; `nobody` with the `label` of the audience.
 */
export async function storeDraft(
  tx: Ctx,
  draft: Draft,
): Promise<Result<{ announcementId: string }, DraftRefusal>> {
  const { organiserId, offeringId, sessionId, audience, text, bySms } = draft;
  const problem = textProblem(text, audience);
  if (problem) return refuse('bad_text', { fieldErrors: { text: problem } });
  const people = await within(tx, asSystem(tx), (systemTx) => listRecipients(systemTx, draft));
  if (people.length === 0) {
    return refuse('nobody', { detail: { label: audienceLabels[audience] } });
  }
  const announcementId = newId();
  await tx.db.insert(announcements).values({
    ...{ id: announcementId, organiserId, offeringId, sessionId, audience, bySms },
    status: 'draft',
    body: text,
    createdBy: accountOf(tx.actor) ?? '',
    senderLabel: tx.actor.kind === 'account' ? tx.actor.displayName : '系统',
    createdAt: tx.now,
  });
  await recordAudit(tx, {
    action: 'draft_announcement',
    entityType: 'announcement',
    entityId: announcementId,
    organisationId: organiserId,
    after: { offering: offeringId, session: sessionId, audience, people: people.length },
  });
  return ok({ announcementId });
}
