import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import {
  CorrectionState,
  ProofForm,
  WithdrawCorrection,
} from '@/features/corrections/components/my-correction';
import { getMyCorrection } from '@/features/corrections/queries/my-corrections';
import { fieldWords } from '@/features/corrections/rules/identity';
import { requireFreshMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '更正申请' };

export default async function CorrectionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireFreshMember(`/me/corrections/${id}`);
  const correction = await notFoundOnMissing(getMyCorrection(ctx, id));
  return (
    <FlowPage backHref="/me/corrections" backLabel="资料更正">
      <PageHead title={`更正${fieldWords(correction.fields)}`} />
      <CorrectionState correction={correction} />
      {correction.status === 'draft' && <ProofForm correction={correction} />}
      <WithdrawCorrection correction={correction} />
    </FlowPage>
  );
}
