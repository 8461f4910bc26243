import type { Metadata } from 'next';
import { FlowPage } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { ResultPage } from '@/components/ui/result-page';
import { ClassLink } from '@/features/childcare/components/class-link';
import { BookingActions } from '@/features/programmes/components/booking-actions';
import { BookingHead } from '@/features/programmes/components/booking-head';
import { BookingHistoryList } from '@/features/programmes/components/booking-history';
import { BookingFactList, BookingQr } from '@/features/programmes/components/booking-receipt';
import { MovedPanel } from '@/features/programmes/components/moved-panel';
import { NotYet, OfferPanel } from '@/features/programmes/components/offer-panel';
import { bookingLink } from '@/features/programmes/queries/booking-check';
import { getMyBooking } from '@/features/programmes/queries/my-bookings';
import { judgeMyOffer, whyNotYet } from '@/features/programmes/queries/my-turn';
import { standingWords } from '@/features/programmes/rules/booking-words';
import { withdrawAnswerAction } from '@/features/questions/actions';
import { AskedAgain, OwnAnswersSection } from '@/features/questions/components/own-answers';
import { getOwnAnswers } from '@/features/questions/queries/own-answers';
import { VisitNotes } from '@/features/screening/components/visit-notes';
import { requireMember } from '@/lib/auth/session';
import { orNotFound } from '@/lib/or-not-found';
import { publicOrigin } from '@/lib/origin';
import { Aftermath } from './aftermath';
import { Correction } from './correction';
import { Entry } from './entry';

export const metadata: Metadata = { title: '预约详情' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export default async function BookingPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(`/me/bookings/${id}`);
  const booking = await orNotFound(getMyBooking(ctx, id));
  const answers = await getOwnAnswers(ctx, booking);
  const { title, next } = standingWords(booking, booking.now);
  const shown = booking.status === 'booked' && booking.endsAt > booking.now;
  return (
    <FlowPage backHref="/me/bookings" backLabel="我的预约">
      {done ? (
        <ResultPage
          tone={['booked', 'entered'].includes(booking.status) ? 'success' : 'warning'}
          title={title}
          reference={booking.number}
        >
          {next}
        </ResultPage>
      ) : (
        <BookingHead title={booking.title} status={booking.status} standing={title} next={next} />
      )}
      <AskedAgain bookingId={id} answers={answers} />
      <MovedPanel booking={booking} />
      {booking.status === 'offered' && (
        <OfferPanel booking={booking} verdict={await judgeMyOffer(ctx, booking)} />
      )}
      {booking.status === 'waitlisted' && <NotYet why={await whyNotYet(ctx, booking)} />}
      {booking.status === 'sent_back' && <Correction booking={booking} />}
      {shown && (
        <BookingQr url={`${await publicOrigin()}${bookingLink(booking)}`} number={booking.number} />
      )}
      <Section title={done ? booking.title : '预约内容'}>
        <BookingFactList booking={booking} />
      </Section>
      <Entry ctx={ctx} booking={booking} />
      <OwnAnswersSection bookingId={id} answers={answers} withdraw={withdrawAnswerAction} />
      {booking.kind === 'screening' && shown && <VisitNotes details={booking.details} />}
      <Aftermath ctx={ctx} booking={booking} />
      {booking.kind === 'childcare' && shown && <ClassLink bookingId={id} />}
      <BookingActions booking={booking} />
      <BookingHistoryList history={booking.history} now={booking.now} />
    </FlowPage>
  );
}
