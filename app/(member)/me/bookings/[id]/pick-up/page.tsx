import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { FactList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { savePickUpListAction } from '@/features/childcare/actions';
import { PickUpForm } from '@/features/childcare/components/pick-up-form';
import { getPickUpList } from '@/features/childcare/queries/guardian-class';
import { requireFreshMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '接送人名单' };

export default async function PickUpPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireFreshMember(`/me/bookings/${id}/pick-up`);
  const list = await notFoundOnMissing(getPickUpList(ctx, id));
  return (
    <FlowPage backHref={`/me/bookings/${id}/class`} backLabel="在班情况">
      <PageHead title="接送人名单">
        您和另一位监护人不用填。最多 3 人，老师凭姓名和手机号核对。
      </PageHead>
      {list.isOpen ? (
        <PickUpForm list={list} action={savePickUpListAction} />
      ) : (
        <>
          <Notice>上课时间名单不能改。临时换人接，请用一次性接送码。</Notice>
          <FactList
            className="mt-4"
            facts={list.people.map((one) => ({ label: one.relation, value: one.name }))}
          />
        </>
      )}
    </FlowPage>
  );
}
