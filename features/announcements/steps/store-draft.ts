import 'server-only';
import { announcements } from '@/db/schema/announcements';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { within } from '@/lib/transaction';
import { listPeople, type MessageTo } from '../queries/people-of-message';
import { audienceLabels } from '../rules/audience';
import { textProblem } from '../rules/fields';
import { segmentMessageMost } from '../settings';

export type DraftRefusal = 'bad_text' | 'nobody' | 'too_many';

interface Draft extends MessageTo {
  readonly segmentId: string | null;
  /** Of the offering; of a 人群 nothing. */
  readonly title: string;
  readonly text: string;
  readonly bySms: boolean;
}

/**
 * Stores a message to be looked at, with its line in the ledger; the caller has judged who may.
 * Refuses `bad_text` with what is wrong beside the field; `nobody` with the `label` of the audience; `too_many` with
 * `n` and `most` for a 人群 larger than the setting.
 */
export async function storeDraft(
  tx: Ctx,
  draft: Draft,
): Promise<Result<{ announcementId: string }, DraftRefusal>> {
  const { organiserId, offeringId, sessionId, segmentId, definition, audience } = draft;
  const { text, bySms } = draft;
  const problem = textProblem(text, audience);
  if (problem) return refuse('bad_text', { fieldErrors: { text: problem } });
  const people = await within(tx, asSystem(tx), (systemTx) =>
    listPeople(systemTx, draft, draft.title),
  );
  if (people.length === 0) {
    return refuse('nobody', { detail: { label: audienceLabels[audience] } });
  }
  const { most } = await readSettings(tx, { most: segmentMessageMost });
  if (segmentId && people.length > most) {
    return refuse('too_many', { detail: { n: people.length, most } });
  }
  const announcementId = newId();
  await tx.db.insert(announcements).values({
    ...{ id: announcementId, organiserId, offeringId, sessionId, audience, bySms },
    ...{ segmentId, definition },
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
    after: {
      ...{ offering: offeringId, session: sessionId, segment: segmentId },
      ...{ audience, people: people.length },
    },
  });
  return ok({ announcementId });
}
