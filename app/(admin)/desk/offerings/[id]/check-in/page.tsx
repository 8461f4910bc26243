import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { Panel } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { SearchBox } from '@/components/ui/search-box';
import { Breadcrumbs } from '@/components/ui/tabs';
import { checkInOneAction } from '@/features/attendance/actions';
import { CheckInDesk } from '@/features/attendance/components/check-in/check-in-desk';
import { SearchHits } from '@/features/attendance/components/search-hits';
import { getCheckIn } from '@/features/attendance/queries/check-in-page';
import { notTodayWords } from '@/features/attendance/rules/result';
import { checkInSearch } from '@/features/attendance/schema/pages';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { SessionChips } from '@/features/rolls/components/desk-roll-tools';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '扫码签到' };

export default async function CheckInPage({
  params,
  searchParams,
}: PageProps<'/desk/offerings/[id]/check-in'>) {
  const { id } = await params;
  const path = `/desk/offerings/${id}/check-in`;
  const ctx = await requireStaff(path);
  const offering = await getDeskOffering(ctx, id);
  if (offering.kind === 'childcare') notFound();
  const { wanted, lost } = openSearch(ctx, checkInSearch.parse(await searchParams));
  const { session, q } = wanted;
  const chosen = session ?? nearestSession(offering)?.id;
  const page = chosen ? await getCheckIn(ctx, offering, chosen, q) : null;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: offering.title, href: `/desk/offerings/${id}/roll` },
          { label: '扫码签到' },
        ]}
      />
      <h1 className="mb-3">扫码签到</h1>
      {page && chosen ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
          <div className="flex flex-col gap-3">
            <SessionChips offering={offering} chosen={chosen} />
            {!page.meeting && <Notice tone="warning">{notTodayWords(page.next, page.now)}</Notice>}
            <CheckInDesk
              key={chosen}
              action={checkInOneAction}
              sessionId={chosen}
              start={page.counts}
              serverNow={page.now.getTime()}
            />
          </div>
          <Panel title="没带码？按姓名或尾号查找">
            <SearchBox
              label="姓名，或手机、证件后四位"
              to={path}
              words={q}
              lost={lost}
              keep={{ session: chosen }}
            />
            <SearchHits action={checkInOneAction} sessionId={chosen} hits={page.hits} />
            {q !== '' && page.hits.length === 0 && (
              <p className="mt-3">名册里没有“{q}”。请核对场次，候补和未通过的不在名册里。</p>
            )}
          </Panel>
        </div>
      ) : (
        <EmptyState icon="calendar" title="还没有场次">
          在“设置”里加一场，就能签到了。
        </EmptyState>
      )}
    </DeskMain>
  );
}
