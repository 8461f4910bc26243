import 'server-only';
import { findByJoinCode } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { isRefusal, refuse } from '@/lib/result';
import type { JoinByCodeInput } from '../schema/joining';
import { checkDocument, documentColumns } from '../steps/document-columns';
import { answeredName } from '../steps/name-columns';
import { saveAnswer } from './save-answer';

/**
 * First screen after scanning a union's QR code: fixes the union, and saves name and document
 * together, so that joining takes three screens (domain.md §1.4).
 * Refuses `unknown_code` for a code of no union, or of a closed one.
 */
export async function joinByCode(ctx: Ctx, input: JoinByCodeInput) {
  const document = await checkDocument(ctx, input);
  if (!document.ok) return document;
  return saveAnswer(ctx, ['name', 'id', 'workplace'], async (tx, application) => {
    const union = await findByJoinCode(tx, input.code);
    if (!union || union.closedAt !== null) return refuse('unknown_code');
    const columns = await documentColumns(tx, application, document.value);
    if (isRefusal(columns)) return columns;
    return {
      ...answeredName(input.name),
      ...columns,
      channel: 'qr' as const,
      route: 'qr' as const,
      organisationId: union.id,
      townId: union.townId,
      employerId: null,
      employerName: null,
    };
  });
}
