import { ResultPage } from '@/components/ui/result-page';
import { CallButton } from '@/features/organisations/components/call';
import type { OpenTransfer } from '../queries/open-transfer';

/** Receipt of a 转会 request. */
export function TransferReceipt({ transfer }: { transfer: OpenTransfer }) {
  return (
    <ResultPage
      title="转会登记已收到"
      reference={transfer.number}
      actions={<CallButton why="问进度" variant="secondary" block />}
    >
      {transfer.unionName}核对会籍后打电话告诉您怎么办，不用再填。请记下办件号。
    </ResultPage>
  );
}
