import type { Metadata } from 'next';
import { z } from 'zod';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { FoundingTable } from '@/features/founding/components/founding-table';
import { canSeeFoundings } from '@/features/founding/policy';
import { listFoundings } from '@/features/founding/queries/foundings';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { one } from '@/lib/one';

export const metadata: Metadata = { title: '建会' };

const asked = z.object({
  state: z.preprocess(one, z.literal('over').optional().catch(undefined)),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1)),
});

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function FoundingsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/foundings');
  authorize(canSeeFoundings.anywhere(ctx.actor));
  const { state, page } = asked.parse(await searchParams);
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
    </DeskMain>
  );
}
