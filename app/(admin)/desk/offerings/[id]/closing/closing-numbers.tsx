import { Stat, Stats } from '@/components/ui/stat';
import { countsIn } from '@/features/bookings/queries/booking-counts';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';

interface ClosingNumbersProps {
  offering: DeskOffering;
  /** Sessions that took place. */
  sessions: number;
  /** Null where none are issued. */
  certificates: number | null;
}

/** What came of an offering; each figure opens its rows. */
export function ClosingNumbers({ offering, sessions, certificates }: ClosingNumbersProps) {
  const { attended = 0, absent = 0 } = countsIn(offering);
  const base = `/desk/offerings/${offering.id}`;
  return (
    <Stats>
      <Stat label="办了" figure={sessions} unit="场" href={`${base}/settings#sessions`} />
      <Stat label="到场" figure={attended} unit="人次" href={`${base}?status=attended`} />
      <Stat label="爽约" figure={absent} unit="人次" href={`${base}?status=absent`} />
      {certificates !== null && (
        <Stat label="证书" figure={certificates} unit="张" href={`${base}/certificates`} />
      )}
    </Stats>
  );
}
