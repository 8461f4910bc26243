import 'server-only';
import { sql } from 'drizzle-orm';
import type { caseKinds } from '@/db/schema/enums';
import { canDecideBookings } from '@/features/bookings/policy';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import type { Kind } from '@/features/offerings/schema/offering';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Permission } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { idOfRef, kindOfRef } from '../rules/case-ref';

export interface CaseDesk {
  readonly kind: (typeof caseKinds)[number];
  readonly id: string;
  readonly number: string;
  /** The organisation on whose desk it lies. */
  readonly organisationId: string;
  readonly permission: Permission;
  /** The applicant’s or booker’s account: never a colleague for this case. */
  readonly accountId: string;
}

interface Row extends Record<string, unknown> {
  organisation_id: string | null;
  account_id: string;
  child_id: string | null;
  number: string | null;
  kind: Kind | null;
}

/**
 * Where a case lies, for officers who talk about it among themselves. Throws NotFound where the officer may not
 * decide at that desk, and for a case of their own or their family’s (domain.md §4.3): what colleagues write about
 * it is not for them.
 */
export async function getCaseDesk(tx: Ctx, ref: string): Promise<CaseDesk> {
  const [kind, id] = [kindOfRef(ref), idOfRef(ref)];
  const [row] = await tx.db.execute<Row>(
    kind === 'applications'
      ? sql`select desk_id as organisation_id, account_id, null as child_id, number, null as kind
          from membership_applications where id = ${id}::uuid and status <> 'draft'`
      : sql`select organiser_id as organisation_id, account_id, child_id, number, kind
          from bookings where id = ${id}::uuid`,
  );
  if (!row?.organisation_id) throw new NotFound('case');
  const permission = row.kind ? canDecideBookings[row.kind] : canReviewApplication;
  const mayDecide = permission(tx.actor, await organisationPath(tx, row.organisation_id));
  const own = await isOwnCase(tx, { accountId: row.account_id, childId: row.child_id });
  if (!mayDecide || own) throw new NotFound('case');
  const { organisation_id: organisationId, account_id: accountId, number } = row;
  return { kind, id, number: number ?? '', organisationId, permission, accountId };
}
