import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ListExport } from '@/features/exports/components/list-export';
import { FoundingTable } from '@/features/founding/components/founding-table';
import { canSeeFoundings } from '@/features/founding/policy';
import { listFoundings } from '@/features/founding/queries/foundings';
import { foundingFilter } from '@/features/founding/schema/list';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '建会' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function FoundingsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/foundings');
  authorize(canSeeFoundings.anywhere(ctx.actor));
  const search = await searchParams;
  const { state, page } = foundingFilter.parse(search);
  const over = state === 'over';
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '企业台账', href: '/desk/register' }, { label: '建会' }]} />
      <PageHead title="建会">从线索到领证十步，每一步照纸面登记，系统核对条件。</PageHead>
      <FoundingTable
        page={await listFoundings(ctx, { over, page })}
        over={over}
        today={todayOn(ctx.now)}
      />
      <ListExport ctx={ctx} list="foundings" search={search} />
    </DeskMain>
  );
}
