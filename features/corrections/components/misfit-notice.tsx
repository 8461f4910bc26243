import { Notice } from '@/components/ui/notice';
import type { Misfit } from '@/features/programmes/queries/misfits';
import { bookingStatusLabels } from '@/features/programmes/rules/booking';
import { formatDay, todayOn } from '@/lib/dates';

/** The places that no longer fit once it is right: said before the decision, none is taken by it. */
export function MisfitNotice({ misfits, now }: { misfits: readonly Misfit[]; now: Date }) {
  if (misfits.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>更正后，{misfits.length} 个预约不再符合条件。预约不会自动取消，请告诉承办单位：</p>
      <ul className="mt-1 list-disc pl-5">
        {misfits.map((m) => (
          <li key={m.bookingId}>
            {m.title}（{formatDay(todayOn(m.startsAt), todayOn(now))}，
            {bookingStatusLabels[m.status]}，{m.number}）：{m.why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
