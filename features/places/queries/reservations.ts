import 'server-only';
import { sql } from 'drizzle-orm';
import { type Looked, withReadAudit } from '@/features/bookings/queries/with-read-audit';
import { maskName } from '@/lib/china/person-name';
import { asSystem, type Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';

/** 留位 of a session: for whom or what, how many, until when, and what became of it. */
export interface ReservationLine {
  readonly id: string;
  readonly sessionId: string;
  readonly purpose: string;
  /** Masked; null where it is for a purpose. */
  readonly attendee: string | null;
  readonly capacity: number;
  readonly taken: number;
  readonly until: Date | null;
  readonly returnedAt: Date | null;
}

/**
 * The places of a session, or of all, that are reserved for somebody or something, newest last. The caller
 * holds an offering from `getDeskOffering`, so scope is decided; names are read by the house and masked.
 */
export async function listReservations(
  ctx: Ctx,
  offering: Looked,
  sessionId: string | null = null,
): Promise<ReservationLine[]> {
  return withReadAudit(ctx, offering, (tx) =>
    within(tx, asSystem(tx), async (systemTx) => {
      const rows = await systemTx.db.execute<{
        id: string;
        session_id: string;
        label: string;
        child: string | null;
        name: string | null;
        for_person: boolean;
        capacity: number;
        taken: number;
        until: string | null;
        returned: string | null;
      }>(sql`select k.id, k.session_id, k.label, c.name_masked as child, p.name,
          k.criteria ? 'reservedFor' as for_person, k.capacity, k.taken,
          k.returns_at::text as until, k.returned_at::text as returned
        from carve_outs k join offering_sessions s on s.id = k.session_id
        left join people p on p.id = (k.criteria->>'reservedFor')::uuid
        left join children c on c.id = (k.criteria->>'reservedFor')::uuid
        where s.offering_id = ${offering.id}::uuid
          and (${sessionId}::uuid is null or s.id = ${sessionId}::uuid)
          and (k.criteria ? 'reservedFor' or k.criteria ? 'deskOnly')
        order by k.session_id, k.position`);
      return rows.map((row) => ({
        id: row.id,
        sessionId: row.session_id,
        purpose: row.label,
        attendee: row.for_person ? (row.child ?? maskName(row.name ?? '本人')) : null,
        capacity: row.capacity,
        taken: row.taken,
        until: row.until === null ? null : new Date(row.until),
        returnedAt: row.returned === null ? null : new Date(row.returned),
      }));
    }),
  );
}
