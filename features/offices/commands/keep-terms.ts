import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { electing } from '../rules/term';
import type { EnterCertificateInput, EnterTermInput } from '../schema/offices';
import { issueCertificate, openTerm } from '../steps/terms';
import { lockUnion } from './lock-union';

type Done = { organisationId: string };
type TermRefusal = 'not_a_union' | 'term_exists' | 'before_last_term' | 'future';

/**
 * The term of a union that was founded before the portal, from its 批复. Throws NotFound for a union outside the
 * officer's area.
 * @authorized-by lockUnion
 * Refuses `not_a_union`; `future`; `term_exists` for a 届 that is on record; `before_last_term`.
 */
export async function enterTerm(
  ctx: Ctx,
  input: EnterTermInput,
): Promise<Result<Done, TermRefusal>> {
  const { organisationId, beganOn, ordinal, years, documentNo } = input;
  const at = (field: string, words: string) => ({ fieldErrors: { [field]: words } });
  return transaction(ctx, async (tx): Promise<Result<Done, TermRefusal>> => {
    const { union, term, today } = await lockUnion(tx, organisationId);
    if (!electing.includes(union.kind)) return refuse('not_a_union');
    if (beganOn > today) return refuse('future', at('beganOn', '不能是将来的日期'));
    if (term && ordinal <= term.ordinal)
      return refuse('term_exists', at('ordinal', `已登记到第 ${term.ordinal} 届`));
    if (term && beganOn <= term.beganOn)
      return refuse('before_last_term', at('beganOn', '要晚于上一届的开始'));
    const opened = await openTerm(tx, { organisationId, beganOn, ordinal, years, documentNo });
    await recordAudit(tx, {
      action: 'enter_term',
      entityType: 'organisation',
      entityId: organisationId,
      organisationId,
      after: { ordinal, beganOn, years, endsOn: opened.endsOn, documentNo },
    });
    return ok({ organisationId });
  });
}

type CertificateRefusal = 'not_a_union' | 'future' | 'bad_validity' | 'number_taken';

/**
 * The certificate of a union that was registered before the portal. Throws NotFound for a union outside the
 * officer's area.
 * @authorized-by lockUnion
 * Refuses `not_a_union`; `future`; `bad_validity`; `number_taken` where another union carries the number.
 */
export async function enterCertificate(
  ctx: Ctx,
  input: EnterCertificateInput,
): Promise<Result<Done, CertificateRefusal>> {
  const { organisationId, issuedOn, validTo, number } = input;
  try {
    return await transaction(ctx, async (tx): Promise<Result<Done, CertificateRefusal>> => {
      const { union, today } = await lockUnion(tx, organisationId);
      if (!electing.includes(union.kind)) return refuse('not_a_union');
      if (issuedOn > today)
        return refuse('future', { fieldErrors: { issuedOn: '不能是将来的日期' } });
      if (validTo <= issuedOn)
        return refuse('bad_validity', { fieldErrors: { validTo: '要晚于发证日期' } });
      await issueCertificate(tx, { ...input, replaces: 'changed' });
      await recordAudit(tx, {
        action: 'enter_certificate',
        entityType: 'organisation',
        entityId: organisationId,
        organisationId,
        after: { number, issuedOn, validTo },
      });
      return ok({ organisationId });
    });
  } catch (error) {
    if (!violates(error, 'union_certificates_number_idx')) throw error;
    return refuse('number_taken', { fieldErrors: { number: '已有工会登记了这个编号' } });
  }
}
