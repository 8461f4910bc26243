import 'server-only';
import { inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { employers, organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { rowsOfText } from '@/lib/documents/delimited';
import { canManageEmployers } from '../policy';
import { type EmployerLine, reviewEmployers } from '../rules/employer-lines';
import { getFederation } from './organisations';
import { inScope } from './scope';

/**
 * Looks a pasted list of employers through against the towns and unions of the actor's scope, and the names and
 * codes that are entered anywhere. Lines in the order of the list.
 */
export async function readEmployersBeside(tx: Ctx, pasted: string): Promise<EmployerLine[]> {
  const rows = rowsOfText(pasted);
  const scope = canManageEmployers.organisationsOf(tx.actor);
  const { id, name, kind } = organisations;
  const places = await tx.db
    .select({ id, name, kind })
    .from(organisations)
    .where(
      sql`${inScope(id, scope)} and ${isNull(organisations.closedAt)}
        and ${kind} not in ('district_federation', 'partner')`,
    );
  const names = rows.map(([first = '']) => first.trim()).filter(Boolean);
  const same =
    names.length > 0
      ? await tx.db
          .select({ name: employers.name })
          .from(employers)
          .where(inArray(employers.name, names))
      : [];
  const coded = await tx.db
    .select({ uscc: employers.uscc })
    .from(employers)
    .where(isNotNull(employers.uscc));
  return reviewEmployers(
    rows,
    places.map((place) => ({ ...place, isTown: place.kind === 'town_federation' })),
    { names: same.map((row) => row.name), usccs: coded.flatMap((row) => row.uscc ?? []) },
    !scope.includes((await getFederation(tx)).id),
  );
}
