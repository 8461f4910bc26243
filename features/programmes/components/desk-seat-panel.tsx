import { Panel } from '@/components/ui/card';
import { formatTime } from '@/lib/dates';
import { countsIn, type DeskOffering } from '../queries/desk-offering';
import { seatLedger } from '../rules/seats';

const swatches = {
  booked: 'bg-neutral',
  pending: 'bg-warning',
  sent_back: 'bg-info',
  attended: 'bg-success',
  absent: 'bg-bar-2',
  free: 'bg-surface shadow-[inset_0_0_0_1.5px_#7c828c]',
} as const;

interface SeatPanelProps {
  offering: DeskOffering;
  /** One session; all that stand when absent. */
  sessionId?: string | undefined;
}

/** N 个名额在哪里: each place once, so that the lines add up to the capacity. */
export function SeatPanel({ offering, sessionId }: SeatPanelProps) {
  const sessions = sessionId ? offering.sessions.filter((s) => s.id === sessionId) : offering.live;
  const capacity = sessions.reduce((sum, s) => sum + s.capacity, 0);
  if (capacity === 0) return null;
  const lines = seatLedger(capacity, countsIn(offering, sessionId));
  return (
    <Panel title={`${capacity} 个名额在哪里`} note={formatTime(offering.now)}>
      <div aria-hidden className="mt-1 mb-2 flex h-3 overflow-hidden rounded-[3px] bg-sunken">
        {lines
          .filter((line) => line.key !== 'free' && line.seats > 0)
          .map((line) => (
            <span
              key={line.key}
              className={`block border-r-2 border-surface last:border-r-0 ${swatches[line.key]}`}
              style={{ width: `${(100 * line.seats) / capacity}%` }}
            />
          ))}
      </div>
      <ul className="text-table">
        {lines.map((line) => (
          <li
            key={line.key}
            className="flex items-baseline gap-2 border-b border-line py-[7px] last:border-b-0 last:font-semibold"
          >
            <span
              aria-hidden
              className={`size-[10px] flex-none rounded-[2px] ${swatches[line.key]}`}
            />
            <span className="min-w-0 flex-auto">{line.label}</span>
            <b className="min-w-8 flex-none text-right">{line.seats}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
