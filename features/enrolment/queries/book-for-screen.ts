import 'server-only';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { findFamilyByPhone } from '@/features/family/queries/family-by-phone';
import { listSessionsOf } from '@/features/offerings/queries/sessions-of';
import { readForm } from '@/features/questions/queries/form';
import { labelledBySession } from '@/features/questions/rules/form-words';
import { recordAudit } from '@/lib/audit';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import { maskName } from '@/lib/china/person-name';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { maskPhone } from '@/lib/format';
import { readOnRecord, within } from '@/lib/transaction';
import { maskedChildWords } from '../rules/attendee-choices';
import { getBookableOffering } from './bookable-offering';

/**
 * Second step of 代办: whom the number means, masked, and what the offering asks; each look is on record.
 * Null for an address that is stale or from another browser; `family` null when the number is nobody's.
 * Throws NotFound for an offering that the officer may not book for.
 */
export async function readBookForScreen(ctx: Ctx, offeringId: string, to: string) {
  const phone = phoneOfTicket(ctx, to);
  if (phone === null) return null;
  return readOnRecord(ctx, async (tx) => {
    const { offering } = await getBookableOffering(tx, offeringId);
    const family = await within(tx, asSystem(tx), (systemTx) => findFamilyByPhone(systemTx, phone));
    if (family) {
      await recordAudit(tx, {
        action: 'view_family_by_phone',
        entityType: 'account',
        entityId: family.accountId,
        organisationId: offering.organisationId,
        after: { offering: offeringId, phoneTail: family.phoneTail },
      });
    }
    const form = await readForm(tx, offeringId);
    const sessions = await listSessionsOf(tx, offeringId);
    const self = { value: 'self', label: `本人（${maskName(family?.name ?? '未填姓名')}）` };
    const today = todayOn(tx.now);
    const children = (family?.children ?? []).map((child) => ({
      value: child.id,
      label: maskedChildWords(child, today),
    }));
    return {
      maskedPhone: maskPhone(phone),
      isKnown: family !== null,
      attendees: isForChildren(offering.kind) ? children : [self],
      form: { ...form, questions: labelledBySession(form.questions, sessions) },
    };
  });
}

export type BookForScreen = NonNullable<Awaited<ReturnType<typeof readBookForScreen>>>;
