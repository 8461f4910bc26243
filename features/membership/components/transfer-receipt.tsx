import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import type { OpenTransfer } from '../queries/open-transfer';

/** Receipt of a 转会 request. */
export function TransferReceipt({ transfer }: { transfer: OpenTransfer }) {
  return (
    <ResultPage
      title="转会登记已收到"
      reference={transfer.number}
      actions={
        <LinkButton href="tel:12351" variant="secondary" block>
          打 12351 问进度
        </LinkButton>
      }
    >
      {transfer.unionName}核对会籍后打电话告诉您怎么办，不用再填。请记下办件号。
    </ResultPage>
  );
}
