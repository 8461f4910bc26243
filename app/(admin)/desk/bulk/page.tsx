import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { BulkRuns } from '@/features/desk/components/bulk-runs';
import { hasInbox } from '@/features/desk/policy';
import { listBulkRuns } from '@/features/desk/queries/bulk-run';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '批量办理' };

export default async function BulkPage() {
  const ctx = await requireStaff('/desk');
  if (!hasInbox(ctx.actor)) forbidden();
  return (
    <DeskMain>
      <p className="mb-2">
        <TextLink href="/desk">返回审批列表</TextLink>
      </p>
      <PageHead title="批量办理">
        您最近一起办的。在审批列表里勾选，或全选一个筛选，再批量办理。
      </PageHead>
      <BulkRuns {...(await listBulkRuns(ctx))} />
    </DeskMain>
  );
}
