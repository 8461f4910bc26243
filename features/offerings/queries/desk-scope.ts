import 'server-only';
import { and, eq, or, type SQL } from 'drizzle-orm';
import { offeringKinds } from '@/db/schema/enums';
import { offerings } from '@/db/schema/offerings';
import { inScope } from '@/features/organisations/queries/scope';
import type { Actor } from '@/lib/actor';
import { canManageOfferings } from '../policy';
import type { Kind } from '../schema/offering';

/** The offeringKinds this officer manages somewhere; empty for those who have no business here. */
export const managedKinds = (actor: Actor): Kind[] =>
  offeringKinds.filter((kind) => canManageOfferings[kind].anywhere(actor));

/**
 * A WHERE condition over `offerings`: what this officer manages, kind by kind. A screening thus never
 * reaches an employer's union, 组织部 or a read-only account, whatever else they may see.
 */
export function managedOfferings(actor: Actor): SQL | undefined {
  const scopes = managedKinds(actor).map((kind) =>
    and(
      eq(offerings.kind, kind),
      inScope(offerings.organisationId, canManageOfferings[kind].organisationsOf(actor)),
    ),
  );
  return scopes.length > 0
    ? or(...scopes)
    : eq(offerings.id, '00000000-0000-0000-0000-000000000000');
}
