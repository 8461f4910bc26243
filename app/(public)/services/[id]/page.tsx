import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { ChooseForm } from '@/features/enrolment/components/choose-form';
import { OfferingFactList } from '@/features/enrolment/components/offering-facts';
import { SignInToBook } from '@/features/enrolment/components/sign-in-to-book';
import { whoOptions } from '@/features/enrolment/components/who-options';
import { getOfferingPage } from '@/features/enrolment/queries/offering-page';
import { listVerdicts } from '@/features/enrolment/queries/verdicts';
import { childHint } from '@/features/enrolment/rules/attendee-choices';
import { pickWho } from '@/features/enrolment/rules/pick';
import { choiceQuery } from '@/features/enrolment/schema/catalogue';
import { listChildren } from '@/features/family/queries/children';
import { PublicRatingLine } from '@/features/ratings/components/public-rating';
import { readOfferingRating } from '@/features/ratings/queries/summary';
import { VisitNotes } from '@/features/screening/components/visit-notes';
import { currentCtx } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { specialFacts } from './special-facts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<unknown>;
}

export const metadata: Metadata = { title: '预约' };

export default async function OfferingDetail({ params, searchParams }: Props) {
  const [ctx, { id }, query] = await Promise.all([currentCtx(), params, searchParams]);
  const asked = choiceQuery.parse(query);
  const offering = await notFoundOnMissing(getOfferingPage(ctx, id));
  const signedIn = ctx.actor.kind === 'account';
  const forChildren = isForChildren(offering.kind);
  const children = signedIn && forChildren ? await listChildren(ctx) : [];
  const verdicts = await listVerdicts(
    ctx,
    offering,
    forChildren ? children.map((c) => c.id) : ['self'],
  );
  const on = todayOn(offering.sessions[0]?.startsAt ?? offering.now);
  const hints = Object.fromEntries(children.map((c) => [c.id, childHint(c, offering.now, on)]));
  const rating = await readOfferingRating(ctx, id);
  return (
    <FlowPage backHref="/services" backLabel="预约" wide>
      <div className="flex flex-auto flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_400px] lg:items-start lg:gap-10">
        <div>
          <PageHead title={offering.title}>{offering.summary}</PageHead>
          {offering.status === 'cancelled' && (
            <Notice tone="warning" className="mb-4">
              已取消：{offering.cancelledReason ?? '请看看其他服务'}
            </Notice>
          )}
          <OfferingFactList offering={offering} special={specialFacts(offering)} />
          {offering.description && (
            <p className="mt-4 whitespace-pre-line text-ink-2">{offering.description}</p>
          )}
          {rating.summary && <PublicRatingLine {...rating} />}
          {offering.kind === 'screening' && <VisitNotes details={offering.details} />}
        </div>
        <div className="mt-8 flex flex-auto flex-col lg:mt-2">
          {signedIn ? (
            <ChooseForm
              offering={offering}
              chosen={pickWho(verdicts, asked.who)}
              who={whoOptions(offering, verdicts, hints)}
              asked={{ session: asked.s, day: asked.day }}
            />
          ) : (
            <SignInToBook offering={offering} />
          )}
        </div>
      </div>
    </FlowPage>
  );
}
