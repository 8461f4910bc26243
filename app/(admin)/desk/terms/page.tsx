import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { ListExport } from '@/features/exports/components/list-export';
import { EndsTable } from '@/features/offices/components/ends-table';
import { canSeeOffices } from '@/features/offices/policy';
import { listEndings } from '@/features/offices/queries/endings';
import { listWithoutTerm } from '@/features/offices/queries/without-term';
import { endsFilter } from '@/features/offices/schema/ends';
import { renewalDays } from '@/features/offices/settings';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '任期与证书到期' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function TermsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/terms');
  authorize(canSeeOffices.anywhere(ctx.actor));
  const search = await searchParams;
  const filter = endsFilter.parse(search);
  const [page, missing, { soon }] = await Promise.all([
    listEndings(ctx, filter),
    listWithoutTerm(ctx, 1),
    readSettings(ctx, { soon: renewalDays }),
  ]);
  return (
    <DeskMain>
      <PageHead title="任期与证书到期">
        到期前会提醒工会和上级。任期满了办换届，证书在到期前换。
      </PageHead>
      {missing.total > 0 && (
        <p className="no-print mb-4">
          <TextLink href="/desk/terms/missing">
            未登记任期的工会 {formatCount(missing.total)} 个
          </TextLink>
          ，不登记不会提醒
        </p>
      )}
      <EndsTable page={page} filter={filter} today={todayOn(ctx.now)} soonDays={soon} />
      <ListExport ctx={ctx} list="terms" search={search} />
    </DeskMain>
  );
}
