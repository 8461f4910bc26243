import { Timeline } from '@/components/ui/timeline';
import { formatDateTime } from '@/lib/dates';
import type { BookingHistory } from '../queries/my-bookings';
import { eventLabels } from '../rules/booking-words';

/** 经过: when, who (a department, not a name), what was said. */
export function BookingHistoryList({
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
        meta: `${formatDateTime(event.at, now)} · ${event.by}`,
        body: event.note,
        when: at === last ? 'now' : 'done',
      }))}
    />
  );
}
