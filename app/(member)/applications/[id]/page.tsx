import { FlowPage } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { Timeline } from '@/components/ui/timeline';
import { CaseActions } from '@/features/applications/components/case-actions';
import { CaseHead } from '@/features/applications/components/case-head';
import { CorrectionCard } from '@/features/applications/components/correction-card';
import { SentAnswerList } from '@/features/applications/components/sent-answers';
import { getMyCase } from '@/features/applications/queries/my-cases';
import { milestonesOf } from '@/features/applications/rules/progress';
import { RatingLink } from '@/features/ratings/components/rating-link';
import { ratingPath } from '@/features/ratings/messages';
import { getMyRating } from '@/features/ratings/queries/my-rating';
import { requireMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';

export const metadata = { title: '办件进度' };

export default async function CasePage({ params }: PageProps<'/applications/[id]'>) {
  const { id } = await params;
  const ctx = await requireMember(`/applications/${id}`);
  const myCase = await getMyCase(ctx, id);
  const today = todayOn(ctx.now);
  const over = myCase.status === 'approved' || myCase.status === 'rejected';
  const path = ratingPath({ entityType: 'application', entityId: id });
  const milestones = milestonesOf(myCase, ctx.now, today);
  return (
    <FlowPage backHref="/affairs" backLabel="我的办件" wide>
      <CaseHead myCase={myCase} today={today} />
      <div className="lg:grid lg:grid-cols-[1fr_420px] lg:gap-x-12">
        <div>
          {myCase.status === 'sent_back' && (
            <CorrectionCard myCase={myCase} idempotencyKey={newId()} />
          )}
          <Section title="办到哪一步">
            <Timeline
              entries={milestones.map(({ note, ...entry }) => ({
                ...entry,
                body: note && <p className="text-secondary">{note}</p>,
              }))}
            />
          </Section>
        </div>
        <div className="mt-8 lg:mt-0">
          <Section>
            <SentAnswerList myCase={myCase} />
            <FactList
              className="mt-3"
              facts={[
                { label: '办件号', value: myCase.number ?? '提交后才有' },
                { label: '办理事项', value: '加入工会' },
              ]}
            />
          </Section>
          {over && <RatingLink mine={await getMyRating(ctx, 'application', id)} path={path} />}
          <CaseActions myCase={myCase} idempotencyKey={newId()} />
        </div>
      </div>
    </FlowPage>
  );
}
