import type { Metadata } from 'next';
import { FlowPage } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { ChooseForm } from '@/features/enrolment/components/choose-form';
import { getOfferingPreview } from '@/features/enrolment/queries/offering-page';
import { readOfferingRating } from '@/features/ratings/queries/summary';
import { requireStaff } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { OfferingBody } from '../offering-body';

export const metadata: Metadata = { title: '预览' };

/** For the officer who manages it, also before it is published; what leads on or books is off. */
export default async function PreviewPage({ params }: PageProps<'/services/[id]/preview'>) {
  const { id } = await params;
  const ctx = await requireStaff(`/services/${id}/preview`);
  const offering = await notFoundOnMissing(getOfferingPreview(ctx, id));
  const rating = await readOfferingRating(ctx, id);
  const forChildren = isForChildren(offering.kind);
  return (
    <FlowPage backHref={`/desk/offerings/${id}/publicity`} backLabel="回到宣传">
      <Notice tone="info" className="mb-4">
        预览：会员用手机看到的就是这样，按钮都不起作用。
        {forChildren && '登记了孩子的会员，还看到孩子的名字和能不能报。'}
      </Notice>
      <div inert className="flex flex-auto flex-col">
        <OfferingBody offering={offering} rating={rating} />
        <div className="mt-8 flex flex-auto flex-col">
          <ChooseForm
            offering={offering}
            chosen={null}
            who={[]}
            asked={{ session: undefined, day: undefined }}
          />
        </div>
      </div>
    </FlowPage>
  );
}
