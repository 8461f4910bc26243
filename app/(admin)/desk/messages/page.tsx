import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { UndeliveredTable } from '@/features/notifications/components/undelivered-table';
import { canResendMessages } from '@/features/notifications/policy';
import { listUndelivered } from '@/features/notifications/queries/undelivered';
import { undeliveredFilter } from '@/features/notifications/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '未送达短信' };

export default async function MessagesPage({ searchParams }: PageProps<'/desk/messages'>) {
  const ctx = await requireStaff('/desk/messages');
  if (!canResendMessages.anywhere(ctx.actor)) forbidden();
  const { after } = undeliveredFilter.parse(await searchParams);
  const found = await listUndelivered(ctx, after);
  return (
    <DeskMain>
      <PageHead title="未送达短信">
        发不出去的短信。站内通知本人已经收到；先看原因，改好后重发。
      </PageHead>
      <UndeliveredTable {...found} />
    </DeskMain>
  );
}
