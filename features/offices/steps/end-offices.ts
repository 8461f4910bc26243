import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { unionOffices } from '@/db/schema/offices';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import type { OfficeEnd } from '../rules/labels';

interface Leaving {
  readonly organisationId: string;
  /** Who leaves the union; left out, everybody, as when it is closed. */
  readonly personId?: string;
  /** The last day in office, YYYY-MM-DD. */
  readonly on: string;
  readonly reason: OfficeEnd;
}

/**
 * Whoever is no longer a member of a union holds no office of it: theirs end on that day, each on record. Run it
 * as the system; the caller has ended the 会籍.
 * @returns how many offices ended
 */
export async function endOffices(
  systemTx: Ctx,
  { organisationId, personId, on, reason }: Leaving,
): Promise<number> {
  const ended = await systemTx.db
    .update(unionOffices)
    .set({ endedOn: sql`greatest(${unionOffices.fromOn}, ${on}::date)`, endedReason: reason })
    .where(
      and(
        eq(unionOffices.organisationId, organisationId),
        personId === undefined ? undefined : eq(unionOffices.personId, personId),
        isNull(unionOffices.endedOn),
      ),
    )
    .returning({ id: unionOffices.id, body: unionOffices.body, post: unionOffices.post });
  for (const { id, body, post } of ended)
    await recordAudit(systemTx, {
      action: 'end_office',
      entityType: 'organisation',
      entityId: organisationId,
      organisationId,
      before: { officeId: id, body, post },
      after: { on, reason },
    });
  return ended.length;
}
