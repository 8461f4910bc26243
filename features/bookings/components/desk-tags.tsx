import { Tag, type Tone } from '@/components/ui/tag';
import { type OfferingStatus, offeringStatusLabels } from '@/features/offerings/rules/offering';
import { type BookingStatus, bookingStatusLabels } from '../rules/booking';
import { bookingTones } from './status-tag';

const phaseTones: Record<OfferingStatus, Tone> = {
  draft: 'outline',
  published: 'info',
  open: 'success',
  closed: 'neutral',
  finished: 'neutral',
  cancelled: 'neutral',
};

/** The state of an offering that is true now; full is said, because people may still wait. */
export function PhaseTag({ phase, full }: { phase: OfferingStatus; full?: boolean }) {
  if (phase === 'open' && full) return <Tag>已满，可候补</Tag>;
  return <Tag tone={phaseTones[phase]}>{offeringStatusLabels[phase]}</Tag>;
}

export function DeskBookingTag({ status }: { status: BookingStatus }) {
  return (
    <Tag tone={status === 'absent' ? 'error' : bookingTones[status]}>
      {status === 'absent' ? '缺席' : bookingStatusLabels[status]}
    </Tag>
  );
}
