import 'server-only';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { imports } from '@/db/schema/imports';
import { inScope } from '@/features/organisations/queries/scope';
import type { Actor } from '@/lib/actor';
import { bookPermissions, booksOf } from '../policy';

/** A condition over `imports`: what this officer sees, of each book by its own right; nothing for who has none. */
export const seenImports = (actor: Actor): SQL =>
  or(
    sql`false`,
    ...booksOf(actor).map((book) =>
      and(
        eq(imports.book, book),
        inScope(imports.organisationId, bookPermissions[book].organisationsOf(actor)),
      ),
    ),
  ) ?? sql`false`;
