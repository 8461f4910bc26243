import { Section } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import { formatDateTime } from '@/lib/dates';
import type { BookingHistory } from '../queries/my-bookings';
import { eventLabels } from '../rules/booking-words';

/** The lines of a history: when, who (a department, not a name), what was said. */
export function HistoryTimeline({
  history,
  now,
}: {
  history: readonly BookingHistory[];
  now: Date;
}) {
  const last = history.length - 1;
  return (
    <Timeline
      entries={history.map((event, at) => ({
        title: eventLabels[event.type] ?? event.type,
        meta: `${formatDateTime(event.at, now)}，${event.by}`,
        body: event.note,
        when: at === last ? 'now' : 'done',
      }))}
    />
  );
}

/** 办理记录, where there is any: when, who (a department, not a name), what was said. */
export function BookingHistoryList({
  history,
  now,
}: {
  history: readonly BookingHistory[];
  now: Date;
}) {
  if (history.length === 0) return null;
  return (
    <Section title="办理记录">
      <HistoryTimeline history={history} now={now} />
    </Section>
  );
}
