import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { membershipApplications as applications } from '@/db/schema/membership';
import { offerings } from '@/db/schema/offerings';
import { isOwnChild } from '@/features/identity/queries/own-case';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import type { RatedType } from '../schema';

/** A case as far as rating it is concerned; known by type and id, since it belongs to a lower module. */
export interface RatedCase {
  readonly entityType: RatedType;
  readonly entityId: string;
  readonly accountId: string;
  readonly childId: string | null;
  readonly organiserId: string;
  readonly subject: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly done: boolean;
}

async function findBooking(tx: Ctx, id: string): Promise<RatedCase | null> {
  const [row] = await tx.db
    .select({
      accountId: bookings.accountId,
      childId: bookings.childId,
      organiserId: bookings.organiserId,
      subject: sql<string>`coalesce(${offerings.copiedFrom}, ${offerings.id})::text`,
      kind: bookings.kind,
      title: offerings.title,
      number: bookings.number,
      status: bookings.status,
    })
    .from(bookings)
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .where(eq(bookings.id, id));
  if (!row) return null;
  const { status, number, ...rest } = row;
  return {
    ...rest,
    entityType: 'booking',
    entityId: id,
    number: rest.kind === 'screening' ? null : number,
    done: status === 'attended',
  };
}

async function findApplication(tx: Ctx, id: string): Promise<RatedCase | null> {
  const [row] = await tx.db
    .select({
      accountId: applications.accountId,
      organiserId: applications.deskId,
      number: applications.number,
      status: applications.status,
    })
    .from(applications)
    .where(eq(applications.id, id));
  if (!row?.organiserId) return null;
  return {
    entityType: 'application',
    entityId: id,
    accountId: row.accountId,
    childId: null,
    organiserId: row.organiserId,
    subject: 'join',
    kind: 'join',
    title: '加入工会',
    number: row.number,
    done: row.status === 'approved' || row.status === 'rejected',
  };
}

/** The actor's own case, or null: nobody rates another's. */
export async function findOwnCase(tx: Ctx, type: RatedType, id: string): Promise<RatedCase | null> {
  if (!isUuid(id)) return null;
  const found = type === 'booking' ? await findBooking(tx, id) : await findApplication(tx, id);
  if (!found || tx.actor.kind !== 'account' || found.accountId !== tx.actor.accountId) return null;
  return !found.childId || (await isOwnChild(tx, found.childId)) ? found : null;
}
