import type { ResolvingMetadata } from 'next';
import { FlowPage } from '@/components/layout/member-page';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { ChooseForm } from '@/features/enrolment/components/choose-form';
import { SignInToBook } from '@/features/enrolment/components/sign-in-to-book';
import { whoOptions } from '@/features/enrolment/components/who-options';
import { listVerdicts } from '@/features/enrolment/queries/verdicts';
import { childHint } from '@/features/enrolment/rules/attendee-choices';
import { pickWho } from '@/features/enrolment/rules/pick';
import { choiceQuery } from '@/features/enrolment/schema/catalogue';
import { listChildren } from '@/features/family/queries/children';
import { readOfferingRating } from '@/features/ratings/queries/summary';
import { currentCtx } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { OfferingBody } from './offering-body';
import { offeringOf, sharedMetadata } from './shared-page';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<unknown>;
}

export const generateMetadata = async ({ params }: Props, parent: ResolvingMetadata) =>
  sharedMetadata((await params).id, parent);

export default async function OfferingDetail({ params, searchParams }: Props) {
  const [ctx, { id }, query] = await Promise.all([currentCtx(), params, searchParams]);
  const asked = choiceQuery.parse(query);
  const offering = await offeringOf(id);
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
  return (
    <FlowPage backHref="/services" backLabel="预约" wide>
      <div className="flex flex-auto flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_400px] lg:items-start lg:gap-10">
        <OfferingBody offering={offering} rating={await readOfferingRating(ctx, id)} />
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
