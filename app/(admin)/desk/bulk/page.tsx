import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { TextLink } from '@/components/ui/app-link';
import { BulkGroups } from '@/features/desk/components/bulk-groups';
import { previewBulk } from '@/features/desk/queries/bulk-preview';
import { caseKindsOf } from '@/features/desk/queries/inbox-screen';
import { splitRefs } from '@/features/desk/rules/bulk';
import { bulkSelection } from '@/features/desk/schema/inbox';
import { approveManyBookingsAction, undoManyBookingsAction } from '@/features/enrolment/actions';
import { approveManyAction, undoManyAction } from '@/features/review/actions';
import { requireStaff } from '@/lib/auth/session';
import { returnTo } from '@/lib/forms/return-to';
import { bulkLimit } from '@/lib/forms/ticked-rows';

export const metadata: Metadata = { title: '批量通过' };

const approve = { applications: approveManyAction, bookings: approveManyBookingsAction };
const undo = { applications: undoManyAction, bookings: undoManyBookingsAction };

export default async function BulkPage({ searchParams }: PageProps<'/desk/bulk'>) {
  const ctx = await requireStaff('/desk');
  if (caseKindsOf(ctx).length === 0) forbidden();
  const { item, back } = bulkSelection.parse(await searchParams);
  const rows = await previewBulk(ctx, splitRefs(item.slice(0, bulkLimit)));
  return (
    <DeskMain>
      <p className="mb-2">
        <TextLink href={returnTo('/desk', back, {})}>返回审批列表</TextLink>
      </p>
      <h1>批量通过</h1>
      <p className="mb-4 text-ink-2">
        先看清每一件会怎么变，再一起通过。每一件单独办理，办不成的会说明原因。
      </p>
      <BulkGroups rows={rows} ticked={item.length} approve={approve} undo={undo} />
    </DeskMain>
  );
}
