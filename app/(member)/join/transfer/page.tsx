import { redirect } from 'next/navigation';
import { FlowPage } from '@/components/layout/member-page';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { TransferForm } from '@/features/transfers/components/transfer-form';
import { TransferReceipt } from '@/features/transfers/components/transfer-receipt';
import { getOpenTransfer } from '@/features/transfers/queries/open-transfer';
import { requireMember } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata = { title: '转会登记' };

export default async function TransferPage() {
  const ctx = await requireMember('/join/transfer');
  const transfer = await getOpenTransfer(ctx);
  if (transfer) {
    return (
      <FlowPage backHref="/affairs" backLabel="办事">
        <TransferReceipt transfer={transfer} />
      </FlowPage>
    );
  }
  const joining = await getJoining(ctx);
  // Open to everyone with a document in the draft: the portal never says whether it is known.
  const form = joining.kind === 'filling' ? joining.form : null;
  if (joining.kind === 'filling' && (form?.status !== 'draft' || !form.idMasked)) redirect('/join');
  return (
    <QuestionPage joining={joining}>
      {(form) => form && <TransferForm form={form} idempotencyKey={newId()} />}
    </QuestionPage>
  );
}
