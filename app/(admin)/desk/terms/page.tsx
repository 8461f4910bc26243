import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { ListExport } from '@/features/exports/components/list-export';
import { EndsTable } from '@/features/offices/components/ends-table';
import { canSeeOffices } from '@/features/offices/policy';
import { listEndings } from '@/features/offices/queries/endings';
import { endsFilter } from '@/features/offices/schema/ends';
import { renewalDays } from '@/features/offices/settings';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '任期与证书到期' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function TermsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/terms');
  authorize(canSeeOffices.anywhere(ctx.actor));
  const search = await searchParams;
  const filter = endsFilter.parse(search);
  const [page, { soon }] = await Promise.all([
    listEndings(ctx, filter),
    readSettings(ctx, { soon: renewalDays }),
  ]);
  return (
    <DeskMain>
      <PageHead title="任期与证书到期">
        到期前会提醒工会和上级。任期满了办换届，证书在到期前换。
      </PageHead>
      <EndsTable page={page} filter={filter} today={todayOn(ctx.now)} soonDays={soon} />
      <ListExport ctx={ctx} list="terms" search={search} />
    </DeskMain>
  );
}
