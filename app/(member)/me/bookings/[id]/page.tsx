import type { Metadata } from 'next';
import { FlowPage } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { BookingActions } from '@/features/bookings/components/booking-actions';
import { BookingHead } from '@/features/bookings/components/booking-head';
import { BookingHistoryList } from '@/features/bookings/components/booking-history';
import { BookingFactList, BookingQr } from '@/features/bookings/components/booking-receipt';
import { bookingLink } from '@/features/bookings/queries/booking-check';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { bookingStatusWords, isUnderWay } from '@/features/bookings/rules/booking-words';
import { ClassLink } from '@/features/childcare/components/class-link';
import { MyEntryFacts } from '@/features/draws/components/my-entry';
import { getMyEntry } from '@/features/draws/queries/my-entry';
import { BookingDone } from '@/features/enrolment/components/booking-done';
import { withdrawAnswerAction } from '@/features/questions/actions';
import { AskedAgain, OwnAnswersSection } from '@/features/questions/components/own-answers';
import { getOwnAnswers } from '@/features/questions/queries/own-answers';
import { VisitNotes } from '@/features/screening/components/visit-notes';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { publicOrigin } from '@/lib/http/origin';
import { Aftermath } from './aftermath';
import { AskedToMove } from './asked-to-move';
import { Correction } from './correction';
import { MyTurn } from './my-turn';

export const metadata: Metadata = { title: '预约详情' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export default async function BookingPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(`/me/bookings/${id}`);
  const booking = await notFoundOnMissing(getMyBooking(ctx, id));
  const answers = await getOwnAnswers(ctx, booking);
  const entry = await getMyEntry(ctx, id);
  const named = booking.history.find(({ type }) => type === 'named')?.by ?? null;
  const { title, next } = bookingStatusWords({ ...booking, named, draw: entry }, booking.now);
  const shown = booking.status === 'booked' && booking.endsAt > booking.now;
  return (
    <FlowPage backHref="/me/bookings" backLabel="我的预约">
      {done ? (
        <BookingDone booking={booking} title={title} next={next} entryNo={entry?.entryNo} />
      ) : (
        <BookingHead title={booking.title} status={booking.status} words={title} next={next} />
      )}
      <AskedAgain bookingId={id} answers={answers} />
      <AskedToMove ctx={ctx} booking={booking} />
      <MyTurn ctx={ctx} booking={booking} named={named !== null} />
      {booking.status === 'sent_back' && <Correction booking={booking} />}
      <Section title="预约内容">
        <BookingFactList booking={booking} number={!shown} />
      </Section>
      {shown && (
        <BookingQr url={`${await publicOrigin()}${bookingLink(booking)}`} number={booking.number} />
      )}
      {entry && <MyEntryFacts entry={entry} position={booking.position} />}
      <OwnAnswersSection bookingId={id} answers={answers} withdraw={withdrawAnswerAction} />
      {booking.kind === 'screening' && shown && <VisitNotes details={booking.details} />}
      <Aftermath ctx={ctx} booking={booking} />
      {booking.kind === 'childcare' && shown && (
        <ClassLink bookingId={id} today={isUnderWay(booking, booking.now)} />
      )}
      <BookingActions booking={booking} />
      <BookingHistoryList history={booking.history} now={booking.now} />
    </FlowPage>
  );
}
