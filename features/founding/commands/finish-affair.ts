import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { unionCertificates } from '@/db/schema/offices';
import { endOffices } from '@/features/offices/steps/end-offices';
import { currentTerm, issueCertificate, voidCertificate } from '@/features/offices/steps/terms';
import { setUnionFacts } from '@/features/organisations/steps/set-union-facts';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { bySystem } from '@/lib/transaction';
import type { FoundingKind } from '../rules/kinds';
import type { PaperInput } from '../schema/founding';
import type { LockedFounding } from './lock-founding';
import { type StepRefusal, type Taken, takeStep } from './take-step';

const replaces = { reelection: 'renewed', change: 'changed', reissue: 'lost' } as const;
const isReplacing = (kind: FoundingKind): kind is keyof typeof replaces => kind in replaces;

/** To when the new certificate counts: as the running term does, else as the one before. */
async function validUntil(tx: Ctx, organisationId: string): Promise<string | null> {
  const term = await currentTerm(tx, organisationId);
  if (term) return term.endsOn;
  const [old] = await tx.db
    .select({ validTo: unionCertificates.validTo })
    .from(unionCertificates)
    .where(
      and(eq(unionCertificates.organisationId, organisationId), isNull(unionCertificates.voidOn)),
    );
  return old?.validTo ?? null;
}

async function applyChange(tx: Ctx, { organisationId, facts }: LockedFounding): Promise<void> {
  const { what, value } = facts.lead ?? {};
  if (!organisationId || !value || what === 'legal_person') return;
  await setUnionFacts(tx, organisationId, what === 'name' ? { name: value } : { address: value });
}

/**
 * The registrar has given a new certificate after 换届, 变更 or loss: its number counts, the one before is void, and
 * what changed stands in the tree. It is valid to the end of the running term.
 * Refuses `use_certify` for a founding, which also has its code; `no_term` where nothing says to when it is
 * valid; `expired` where the term was over before that day; `number_taken` where another union carries the number.
 */
export async function renewCertificate(
  ctx: Ctx,
  paper: PaperInput,
): Promise<Result<Taken, StepRefusal | 'use_certify' | 'no_term' | 'expired' | 'number_taken'>> {
  try {
    return await takeStep(ctx, 'certified', paper, async (tx, founding) => {
      const { kind, organisationId } = founding;
      if (!isReplacing(kind) || !organisationId) return refuse('use_certify');
      const validTo = await validUntil(tx, organisationId);
      if (!validTo) return refuse('no_term');
      const { doneOn: issuedOn, documentNo: number } = paper;
      if (validTo <= issuedOn) return refuse('expired');
      const certificate = { organisationId, number, issuedOn, validTo };
      await issueCertificate(tx, { ...certificate, replaces: replaces[kind] });
      if (kind === 'change') await applyChange(tx, founding);
      return { validTo };
    });
  } catch (error) {
    if (!violates(error, 'union_certificates_number_idx')) throw error;
    return refuse('number_taken', { fieldErrors: { documentNo: '已有工会登记了这个证书编号' } });
  }
}

/** 注销登记: the certificate is void and nobody holds an office any more; the caller has taken the step. */
export const deregister = (tx: Ctx, organisationId: string, on: string): Promise<void> =>
  bySystem(tx, async (systemTx) => {
    await voidCertificate(systemTx, organisationId, { on, reason: 'deregistered' });
    await endOffices(systemTx, { organisationId, on, reason: 'union_closed' });
  });
