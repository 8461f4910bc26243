import 'server-only';
import { eq } from 'drizzle-orm';
import { foundings } from '@/db/schema/foundings';
import { issueCertificate, openTerm, seatElected } from '@/features/offices/steps/terms';
import { decideFounding } from '@/features/organisations/rules/changes';
import { insertOrganisation } from '@/features/organisations/steps/insert-organisation';
import { linkEmployers } from '@/features/organisations/steps/link-employers';
import { hasHome, lockOrganisation } from '@/features/organisations/steps/place';
import { setUnionCode } from '@/features/organisations/steps/set-union-code';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { officesOf } from '../rules/offices';
import type { CertifyInput, EstablishInput } from '../schema/founding';
import { releaseEmployers } from '../steps/append-action';
import type { LockedFounding } from './lock-founding';
import { type StepRefusal, type Taken, takeStep } from './take-step';

type Founded = 'parent_closed' | 'kind_not_allowed' | 'has_union' | 'one_closed';

/** The union stands in the tree with its code to join by, and every employer belongs to it. */
async function plant(
  tx: Ctx,
  founding: LockedFounding,
  foundedOn: string,
): Promise<Result<{ id: string }, Founded>> {
  const parent = await lockOrganisation(tx, founding.parentId);
  if (!parent) return refuse('parent_closed');
  const kind = founding.form === 'joint_union' ? 'joint_union' : 'grassroots_union';
  const home = await hasHome(tx, parent.id);
  const verdict = decideFounding({ ...parent, hasHome: home }, kind);
  if (!verdict.ok)
    return refuse(verdict.reason === 'parent_closed' ? 'parent_closed' : 'kind_not_allowed');
  const { id } = await insertOrganisation(
    tx,
    { parentId: parent.id, kind, name: founding.name, foundedOn },
    parent.townId ?? founding.firms[0]?.townId ?? null,
  );
  const firms = founding.firms.map((firm) => firm.id);
  const taken = await linkEmployers(tx, firms, id);
  if (taken) return refuse(taken.reason, { detail: { name: taken.name } });
  await tx.db.update(foundings).set({ organisationId: id }).where(eq(foundings.id, founding.id));
  await releaseEmployers(tx, founding.id);
  return ok({ id });
}

/**
 * 成立: the level above has approved the result. The union stands in the tree, founded on the day of the paper
 * whatever day it is typed; every employer belongs to it (工会法 12, 16). Of 换届 the next term begins. Who was elected
 * holds office from that day.
 * Refuses `parent_closed`, `kind_not_allowed`; `has_union` and `one_closed` with the employer's name.
 */
export const establishUnion = (
  ctx: Ctx,
  { term, ...paper }: EstablishInput,
): Promise<Result<Taken, StepRefusal | Founded>> =>
  takeStep<Founded>(ctx, 'founded', paper, async (tx, founding) => {
    const { documentNo, doneOn: fromOn } = paper;
    const placed =
      founding.kind === 'founding'
        ? await plant(tx, founding, fromOn)
        : ok({ id: founding.organisationId ?? '' });
    if (!placed.ok) return placed;
    const organisationId = placed.value.id;
    const opened = await openTerm(tx, { organisationId, beganOn: fromOn, years: term, documentNo });
    const seat = { organisationId, termId: opened.termId, fromOn, documentNo };
    await seatElected(tx, seat, officesOf(founding));
    return { term, endsOn: opened.endsOn };
  });

/**
 * 领证: the certificate is there; its 统一社会信用代码 becomes the union's.
 * It is valid to the end of the term. Refuses `uscc_taken` and `number_taken` when another union carries
 * it; `use_renew` for what is no founding.
 */
export async function certifyUnion(
  ctx: Ctx,
  { uscc, ...paper }: CertifyInput,
): Promise<Result<Taken, StepRefusal | 'uscc_taken' | 'number_taken' | 'use_renew'>> {
  try {
    return await takeStep(ctx, 'certified', paper, async (tx, { organisationId, facts, kind }) => {
      if (!organisationId || kind !== 'founding') return refuse('use_renew');
      await setUnionCode(tx, organisationId, uscc);
      const { doneOn: issuedOn, documentNo: number } = paper;
      const validTo = facts.founded?.endsOn ?? issuedOn;
      const replaces = 'changed' as const;
      await issueCertificate(tx, { organisationId, number, issuedOn, validTo, replaces });
      return { uscc, validTo };
    });
  } catch (error) {
    if (violates(error, 'union_certificates_number_idx'))
      return refuse('number_taken', { fieldErrors: { documentNo: '已有工会登记了这个证书编号' } });
    if (!violates(error, 'organisations_uscc_idx')) throw error;
    return refuse('uscc_taken', { fieldErrors: { uscc: '已有工会登记了这个信用代码，请核对' } });
  }
}
