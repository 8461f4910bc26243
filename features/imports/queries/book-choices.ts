import 'server-only';
import { and, inArray } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import {
  listOrganisationChoices,
  type OrganisationChoice,
} from '@/features/organisations/queries/organisation-choices';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { bookPermissions } from '../policy';
import { bookPlaces } from '../rules/book-places';
import type { Book } from '../rules/books';

/** Organisations whose book this officer may bring in, in the order of the tree. */
export async function listBookChoices(ctx: Ctx, book: Book): Promise<OrganisationChoice[]> {
  const scope = bookPermissions[book].organisationsOf(ctx.actor);
  const choices = await listOrganisationChoices(ctx, scope);
  const fitting = and(
    inScope(organisations.id, scope),
    inArray(organisations.kind, [...bookPlaces[book]]),
  );
  const rows = await read(ctx, (tx) =>
    tx.db.select({ id: organisations.id }).from(organisations).where(fitting),
  );
  const ids = new Set(rows.map(({ id }) => id));
  return choices.filter(({ id }) => ids.has(id));
}
