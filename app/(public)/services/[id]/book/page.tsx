import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { ChildQuestions } from '@/features/childcare/components/child-questions';
import { sendLabel } from '@/features/draws/rules/words';
import { VerdictCard } from '@/features/eligibility/components/verdict-card';
import { bookPlaceAction } from '@/features/enrolment/actions';
import { BookForm } from '@/features/enrolment/components/book-form';
import { BookSummary } from '@/features/enrolment/components/book-summary';
import { getOfferingPage } from '@/features/enrolment/queries/offering-page';
import { listVerdicts } from '@/features/enrolment/queries/verdicts';
import { choiceQuery } from '@/features/enrolment/schema/catalogue';
import { bookableState } from '@/features/offerings/rules/offering';
import { AnswerSummary } from '@/features/questions/components/answer-summary';
import { findDraft } from '@/features/questions/queries/own-answers';
import { ScreeningConsent } from '@/features/screening/components/visit-notes';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';
import { EntryPart } from './entry-part';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<unknown> };
export const metadata: Metadata = { title: '核对预约' };

export default async function BookPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { who = 'self', s: sessionId } = choiceQuery.parse(query);
  const back = `/services/${id}?who=${who}`;
  const ctx = await requireMember(`/services/${id}/book?who=${who}&s=${sessionId ?? ''}`);
  const offering = await notFoundOnMissing(getOfferingPage(ctx, id));
  const session = offering.sessions.find((one) => one.id === sessionId);
  const [attendee] = await listVerdicts(ctx, offering, [who]);
  if (!session || !attendee) redirect(back);
  const terms = { ...offering, waitlistMax: offering.rules.waitlistMax };
  const { state, label } = bookableState(terms, session, offering.now);
  const verdict = attendee.bySession[session.id] ?? attendee.general;
  const blocked = verdict.checks.some((c) => c.outcome === 'fail' && c.rule !== 'window');
  const booked = verdict.failed?.rule === 'duplicate';
  const opensAt = state === 'not_open' ? (offering.bookingOpensAt?.getTime() ?? null) : null;
  const canSend = !blocked && ['bookable', 'enter', 'waitlist', 'not_open'].includes(state);
  const asks = `/services/${id}/questions?who=${who}&s=${session.id}`;
  const asked = { offeringId: id, sessionId: session.id, who };
  const draft = canSend ? await findDraft(ctx, asked) : null;
  if (draft && !draft.ready) redirect(asks);
  const name = who === 'self' ? '您' : attendee.name;
  const summary = <BookSummary key="summary" {...{ offering, session, attendee, back }} />;
  const facts = (
    <Section key="facts" title="能不能报">
      <VerdictCard {...{ verdict, name }} needsApproval={offering.needsApproval} />
    </Section>
  );
  return (
    <FlowPage backHref={`${back}&s=${session.id}`} backLabel="返回修改">
      <PageHead title={canSend ? '核对后提交' : booked ? '已经预约了' : '现在不能预约'} />
      {canSend ? (
        <BookForm
          action={bookPlaceAction}
          idempotencyKey={newId()}
          label={sendLabel(session.entry, state)}
          opensAt={opensAt}
          serverNow={offering.now.getTime()}
          note={state === 'waitlist' ? label : undefined}
        >
          {summary}
          <EntryPart {...{ ctx, offering, session }} />
          {facts}
          <input type="hidden" name="offeringId" value={offering.id} />
          <input type="hidden" name="sessionId" value={session.id} />
          <input type="hidden" name="who" value={who} />
          {draft && <AnswerSummary draft={draft} changeHref={asks} />}
          {offering.kind === 'childcare' && <ChildQuestions {...offering} />}
          {offering.kind === 'screening' && <ScreeningConsent />}
        </BookForm>
      ) : (
        [summary, facts]
      )}
    </FlowPage>
  );
}
