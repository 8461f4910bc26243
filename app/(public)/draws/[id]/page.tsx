import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { DrawLinks, HowDrawn } from '@/features/draws/components/how-drawn';
import { hasWon, NumberForm, NumberResult } from '@/features/draws/components/my-number';
import { getDrawPage } from '@/features/draws/queries/draw-page';
import { dayAndTime } from '@/features/draws/rules/words';
import { drawQuery } from '@/features/draws/schema/draw';
import { currentCtx } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '抽签结果' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<unknown>;
}

export default async function DrawPage({ params, searchParams }: Props) {
  const [ctx, { id }, query] = await Promise.all([currentCtx(), params, searchParams]);
  const { no } = drawQuery.parse(query);
  const draw = await notFoundOnMissing(getDrawPage(ctx, id, no));
  const { offering, session, drawnAt, now } = draw;
  const drawn = draw.status === 'drawn';
  const mine = draw.mine.find((one) => one.entryNo === draw.no);
  return (
    <FlowPage backHref={`/services/${offering.id}`} backLabel={offering.title}>
      <PageHead title={`${session.title}抽签${drawn ? '结果' : ''}`}>
        {drawnAt && <p>{dayAndTime(drawnAt, now)} 抽签</p>}
        {draw.places !== null && (
          <p>
            {draw.entries} 人报名，{draw.places} 个名额
          </p>
        )}
      </PageHead>
      <NumberForm draw={draw} />
      <NumberResult draw={draw} />
      {drawn && hasWon(draw) && mine && (
        <LinkButton href={`/me/bookings/${mine.bookingId}`} className="mt-4">
          看我的预约
        </LinkButton>
      )}
      {drawn && draw.result && !hasWon(draw) && (
        <LinkButton href={`/services?kind=${offering.kind}`} className="mt-4">
          去报其他班{draw.free > 0 && `（剩 ${draw.free} 个）`}
        </LinkButton>
      )}
      <HowDrawn draw={draw} />
      <DrawLinks draw={draw} />
    </FlowPage>
  );
}
