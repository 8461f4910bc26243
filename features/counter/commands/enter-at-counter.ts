import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import type { ReadDocument } from '@/features/applications/rules/document';
import { readDocument } from '@/features/applications/rules/document';
import { idConsent, pledge } from '@/features/applications/rules/texts';
import { documentColumns } from '@/features/applications/steps/document-columns';
import { answeredName } from '@/features/applications/steps/name-columns';
import type { Application } from '@/features/applications/steps/open-application';
import { openApplication } from '@/features/applications/steps/open-application';
import type { Placed } from '@/features/applications/steps/place-on-desk';
import { placeOnDesk } from '@/features/applications/steps/place-on-desk';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { isDocumentInUse } from '@/features/members/queries/document-in-use';
import { findOccupation } from '@/features/members/queries/occupations';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { ensureAccount, findAccountByPhone } from '@/lib/auth/account';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import { mustProveIdentity, provesIdentity, releasePhone } from '@/lib/auth/silent-phone';
import { checkCode, consumeCode } from '@/lib/auth/sms-code';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { isRefusal, ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { canEnterApplication } from '../policy';
import { holdsMembers } from '../rules/counter';
import type { CounterInput } from '../schema/counter';

interface Entry {
  readonly input: CounterInput;
  readonly document: ReadDocument;
  readonly unionName: string;
  readonly townId: string | null;
  readonly officerId: string;
  /** Whether an account is the officer's own or their family's (回避). */
  readonly isOwn: (accountId: string) => Promise<boolean>;
}

/** The answers as the worker gave them at the counter, in their own draft; the system writes them. */
async function fill(systemTx: Ctx, draft: Application, entry: Entry) {
  const { input, document } = entry;
  const occupation = await findOccupation(systemTx, input.occupation, todayOn(systemTx.now));
  if (!occupation) {
    return refuse('unknown_occupation', { fieldErrors: { occupation: '请从列表里重新选择' } });
  }
  const columns = await documentColumns(systemTx, draft, document);
  if (isRefusal(columns)) return columns;
  const [filled] = await systemTx.db
    .update(applications)
    .set({
      ...answeredName(input.name),
      ...columns,
      occupationCode: occupation.code,
      occupationVersion: occupation.version,
      channel: 'counter',
      enteredBy: entry.officerId,
      route: 'town',
      organisationId: input.organisationId,
      townId: entry.townId,
      employerId: null,
      employerName: input.employerName,
      pledgeVersion: pledge.version,
      version: sql`${applications.version} + 1`,
    })
    .where(eq(applications.id, draft.id))
    .returning();
  if (!filled) throw new Error('the locked draft is gone');
  return ok(filled);
}

/** A number that was silent for long, with another document on its account: it changed hands. */
async function freeRecycledPhone(systemTx: Ctx, phone: string, { document }: Entry): Promise<void> {
  const account = await findAccountByPhone(systemTx, phone);
  if (!account || !(await mustProveIdentity(systemTx, account.id))) return;
  const { id: accountId } = account;
  if (await provesIdentity(systemTx, accountId, document.normalised)) return;
  await releasePhone(systemTx, { accountId, phone, by: 'counter' });
}

/** Account, draft, answers, consents, desk: what the worker would have done on a phone of their own. */
async function enterFor(systemTx: Ctx, phone: string, entry: Entry): Promise<Result<Placed>> {
  await freeRecycledPhone(systemTx, phone, entry);
  const account = await ensureAccount(systemTx, phone);
  if (account.disabled) return refuse('account_disabled');
  if (await entry.isOwn(account.accountId)) return refuse('own_case');
  const opened = await openApplication(systemTx, account.accountId);
  if (!opened.ok) return opened;
  if (opened.value.status !== 'draft') return refuse('already_submitted');
  const filled = await fill(systemTx, opened.value, entry);
  if (!filled.ok) return filled;
  const { id, personId, idIndex } = filled.value;
  if (idIndex !== null && (await isDocumentInUse(systemTx, { idIndex, personId }))) {
    return refuse('document_in_use');
  }
  const subject = { type: 'membership_application', id };
  await recordConsent(systemTx, account.accountId, pledge, subject);
  await recordConsent(systemTx, account.accountId, idConsent, subject);
  return ok(await placeOnDesk(systemTx, filled.value, `${entry.unionName}代办`));
}

/**
 * 代办: an officer enters an application for a worker at the counter, who proves with the code on
 * their own phone that they are there and want it. Both are on record; the officer may not decide it.
 * Refuses `stale_page` for a ticket that is over; `no_union_there` for a union that takes no
 * members; `code_used`; `account_disabled`; `own_case` for one's own or one's family's;
 * `already_submitted` while an application lies with a union; `unknown_occupation`;
 * `document_in_use` when another person carries the number.
 * @returns the receipt to print or read out
 */
export async function enterAtCounter(ctx: Ctx, input: CounterInput): Promise<Result<Placed>> {
  authorize(canEnterApplication.anywhere(ctx.actor) && ctx.actor.kind === 'account');
  const officerId = ctx.actor.accountId;
  const phone = phoneOfTicket(ctx, input.to);
  if (!phone) return refuse('stale_page');
  const document = readDocument(input, todayOn(ctx.now));
  if (!document.ok) return document;
  // Judged before the transaction: a wrong guess stays counted even when the rest is rolled back.
  const code = await checkCode(ctx, { phone, purpose: 'counter', code: input.code });
  if (!code.ok) return code;
  return transaction(ctx, async (tx): Promise<Result<Placed>> => {
    authorize(canEnterApplication(tx.actor, await organisationPath(tx, input.organisationId)));
    const union = await getOrganisation(tx, input.organisationId);
    if (!holdsMembers(union)) return refuse('no_union_there');
    if (!(await consumeCode(tx, code.value.codeId))) return refuse('code_used');
    const { townId, shortName } = union;
    const placed = await within(tx, asSystem(tx), (systemTx) => {
      const isOwn = (accountId: string) =>
        within(systemTx, tx, (officer) => isOwnCase(officer, { accountId }));
      const entry = { input, document: document.value, unionName: shortName, townId, officerId };
      return enterFor(systemTx, phone, { ...entry, isOwn });
    });
    if (!placed.ok) return placed;
    await recordAudit(tx, {
      action: 'enter_at_counter',
      entityType: 'membership_application',
      entityId: placed.value.id,
      organisationId: union.id,
      after: { number: placed.value.number, proof: 'sms_code', phoneTail: phone.slice(-4) },
    });
    return placed;
  });
}
