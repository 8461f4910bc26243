import { SummaryList } from '@/components/ui/summary-list';
import { cancelWords } from '@/features/bookings/rules/booking';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { timedOf } from '@/features/offerings/rules/meetings';
import type { OfferingPage, PageSession } from '../queries/offering-page';
import type { AttendeeVerdict } from '../queries/verdicts';

interface BookSummaryProps {
  offering: OfferingPage;
  session: PageSession;
  attendee: AttendeeVerdict;
  /** The page on which person and session are changed. */
  back: string;
}

/** What is about to be booked, each line with the way to change it. */
export function BookSummary({ offering, session, attendee, back }: BookSummaryProps) {
  const changeHref = `${back}&s=${session.id}`;
  const who = attendee.who === 'self' ? `本人（${attendee.name}）` : attendee.name;
  return (
    <SummaryList
      rows={[
        { question: '服务', answer: offering.title },
        { question: '场次', answer: session.title, changeHref },
        { question: '时间', answer: <SessionWhen at={timedOf(session)} now={offering.now} /> },
        { question: '地点', answer: session.place },
        { question: '给谁', answer: who, changeHref },
        {
          question: '取消',
          answer: cancelWords(session.startsAt, offering.cancelHours, offering.now),
        },
      ]}
    />
  );
}
