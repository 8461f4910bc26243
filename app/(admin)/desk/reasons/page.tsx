import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { ReasonGroups } from '@/features/desk/components/reason-groups';
import { canEditReasons } from '@/features/desk/policy';
import { listReasonGroups } from '@/features/desk/queries/reasons';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '常用理由' };

export default async function ReasonsPage({ searchParams }: PageProps<'/desk/reasons'>) {
  const ctx = await requireStaff('/desk/reasons');
  if (!canEditReasons.anywhere(ctx.actor)) notFound();
  const { saved } = await searchParams;
  return (
    <DeskMain>
      <PageHead title="常用理由">
        退回和不予通过时一点就用的话，全部干部共用。改了马上生效，已经发出的不变。
      </PageHead>
      {saved === '1' && (
        <Notice tone="success" live className="mb-4 max-w-[760px]">
          已保存，马上生效。
        </Notice>
      )}
      <ReasonGroups groups={await listReasonGroups(ctx)} />
    </DeskMain>
  );
}
