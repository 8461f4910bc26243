import 'server-only';
import { inArray } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import type { OpenCheckInPoint } from '@/features/attendance/queries/check-in-point';
import type { CourseLine } from '@/features/attendance/queries/course-roll';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { notify } from '@/lib/messaging/outbox';
import { issuedNotice } from '../messages';
import { insertCertificate } from './insert-certificate';

interface Writing {
  readonly door: OpenCheckInPoint;
  readonly hours: number | undefined;
  readonly by: string | null;
  readonly replaces?: string;
}

/**
 * Writes certificates with what is true today (name, document, course), numbers them without gaps and
 * tells each holder. As the system; the caller has checked the right and who fulfils what.
 * @returns their numbers
 */
export async function writeCertificates(
  systemTx: Ctx,
  lines: readonly CourseLine[],
  { door, hours, by, replaces }: Writing,
): Promise<string[]> {
  if (lines.length === 0) return [];
  const ids = lines.map((l) => l.holder.personId);
  const known = await systemTx.db
    .select({ id: people.id, name: people.name, document: people.idMasked })
    .from(people)
    .where(inArray(people.id, ids));
  const personOf = new Map(known.map((p) => [p.id, p]));
  const issuer = (await findOrganisation(systemTx, door.organiserId))?.name ?? '';
  const numbers: string[] = [];
  for (const { holder, rate } of lines) {
    const person = personOf.get(holder.personId);
    const made = await insertCertificate(systemTx, {
      course: door.offering,
      bookingId: holder.bookingId,
      offeringId: door.offeringId,
      sessionId: door.id,
      accountId: holder.accountId,
      personId: holder.personId,
      organiserId: door.organiserId,
      holder: person?.name ?? holder.name,
      documentMasked: person?.document ?? '',
      issuer,
      hours: hours ?? null,
      startsOn: todayOn(door.startsAt),
      endsOn: todayOn(door.endsAt),
      attended: rate.attended,
      held: rate.held,
      issuedBy: by,
      replaces,
    });
    await notify(systemTx, { accountId: holder.accountId, ...issuedNotice(made) });
    numbers.push(made.number);
  }
  return numbers;
}
