import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { canCorrectIdentity } from '../policy';
import { typeOf } from './identity';

/**
 * What 当面更正 begins with: the name as it stands, the number masked, and whether it is the officer's own
 * matter. Throws NotFound for a person outside the officer's reach.
 */
export async function getCounterForm(ctx: Ctx, personId: string) {
  if (!isUuid(personId)) throw new NotFound('person');
  authorize(canCorrectIdentity.anywhere(ctx.actor));
  return read(ctx, async (tx) => {
    const [row] = await tx.db.select().from(people).where(eq(people.id, personId));
    const reached =
      row?.unionId && canCorrectIdentity(tx.actor, await organisationPath(tx, row.unionId));
    if (!row?.name || !reached) throw new NotFound('person');
    const { name, idMasked, birthOn, sex } = row;
    return {
      ...{ personId, name, idMasked, birthOn, sex },
      idType: typeOf(row.idType),
      own: await isOwnCase(tx, row),
    };
  });
}

export type CounterCorrectionFacts = Awaited<ReturnType<typeof getCounterForm>>;
