import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { LevelChoice } from '@/features/ratings/components/level-choice';
import { MyRatingView } from '@/features/ratings/components/my-rating-view';
import { RateForm } from '@/features/ratings/components/rate-form';
import { ratingPath } from '@/features/ratings/messages';
import { getMyRating } from '@/features/ratings/queries/my-rating';
import { ratedTypes, ratingQuery } from '@/features/ratings/schema';
import { ratingWords } from '@/features/ratings/words';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '评价' };

interface Props {
  params: Promise<{ type: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const thanks = {
  good: '谢谢您的评价。',
  poor: '已收到。组织单位会限期整改并答复您，请留意通知。',
} as const;

export default async function RatingPage({ params, searchParams }: Props) {
  const [{ type, id }, search] = await Promise.all([params, searchParams]);
  const entityType = ratedTypes.find((one) => one === type);
  if (!entityType) notFound();
  const ctx = await requireMember(`/me/ratings/${type}/${id}`);
  const mine = await notFoundOnMissing(getMyRating(ctx, entityType, id));
  const path = ratingPath(mine);
  const { level } = ratingQuery.parse(search);
  const asks = mine.refused === null && (level !== undefined || !mine.rating);
  const back = entityType === 'booking' ? `/me/bookings/${id}` : `/applications/${id}`;
  return (
    <FlowPage backHref={back} backLabel={mine.title}>
      <PageHead title={asks ? `${mine.title}，办得怎么样？` : '我的评价'} />
      {!asks && (search.done === 'good' || search.done === 'poor') && (
        <Notice tone="success" className="mb-4" live>
          {thanks[search.done]}
        </Notice>
      )}
      {!mine.rating && mine.refused && <Notice>{ratingWords[mine.refused]}。</Notice>}
      {asks && !level && <LevelChoice path={path} />}
      {asks && level && (
        <RateForm
          rated={mine}
          level={level}
          before={mine.rating}
          path={path}
          idempotencyKey={newId()}
        />
      )}
      {!asks && <MyRatingView mine={mine} path={path} />}
    </FlowPage>
  );
}
