import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { ConfirmTransfer } from '@/features/transfers/components/confirm-transfer';
import { findOpenOwnTransfer } from '@/features/transfers/queries/my-transfer';
import { previewTransfer } from '@/features/transfers/queries/transfer-preview';
import { transferPageQuery } from '@/features/transfers/schema/two-sides';
import { transferWords } from '@/features/transfers/words';
import { openSearch } from '@/lib/auth/search';
import { requireFreshMember } from '@/lib/auth/session';
import { refusalWords } from '@/lib/forms/refusal-words';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '确认转会' };

export default async function ConfirmPage({
  params,
  searchParams,
}: PageProps<'/me/transfer/to/[union]'>) {
  const { union } = await params;
  const asked = transferPageQuery.parse(await searchParams);
  const ctx = await requireFreshMember(`/me/transfer/to/${union}`);
  const { employer, q } = openSearch(ctx, asked).wanted;
  const open = await findOpenOwnTransfer(ctx);
  if (open) redirect(`/me/transfer/${open}`);
  const preview = await previewTransfer(ctx, union, employer);
  return (
    <FlowPage backHref="/me/transfer" backLabel="选工会">
      {preview.ok ? (
        <ConfirmTransfer preview={preview.value} unit={q} idempotencyKey={newId()} />
      ) : (
        <ResultPage
          title="不能转到这里"
          actions={<LinkButton href="/me/transfer">选别的工会</LinkButton>}
        >
          {refusalWords(transferWords, preview)}
        </ResultPage>
      )}
    </FlowPage>
  );
}
