import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { canEnterApplication } from '@/features/counter/policy';
import { requireStaff } from '@/lib/auth/session';
import { formatDay, isRealDate, todayOn } from '@/lib/dates';
import { parseReceiptNumber } from '@/lib/receipt-number';

export const metadata: Metadata = { title: '代办已提交' };

export default async function CounterDonePage({ searchParams }: PageProps<'/desk/counter/done'>) {
  const ctx = await requireStaff('/desk/counter');
  if (!canEnterApplication.anywhere(ctx.actor)) forbidden();
  const { number, due } = await searchParams;
  const reference = typeof number === 'string' ? parseReceiptNumber(number) : null;
  const day = typeof due === 'string' && isRealDate(due) ? formatDay(due, todayOn(ctx.now)) : null;
  return (
    <DeskMain>
      <ResultPage
        tone="success"
        title="申请已提交"
        reference={reference ?? undefined}
        actions={<LinkButton href="/desk/counter">再办一位</LinkButton>}
      >
        {`请把办件号抄给本人。${day ? `${day}前答复，` : ''}结果发短信到本人手机。请另一位同事审核。`}
      </ResultPage>
    </DeskMain>
  );
}
