import { ButtonRow } from '@/components/ui/button-row';
import { LinkButton } from '@/components/ui/link-button';
import type { MyBookingDetail } from '../queries/my-bookings';
import { refuseCancel } from '../rules/booking';
import { isOffTheCalendar } from '../rules/calendar';
import { isAskedAboutMove } from '../rules/moved';
import { moveStatus } from '../rules/reschedule';

/** Nothing is held or waited for any more. */
const ended: readonly string[] = ['cancelled', 'refused', 'lapsed', 'not_drawn'];

/** What can be done with a booking now; what cannot says why in a line. */
export function BookingActions({ booking }: { booking: MyBookingDetail }) {
  const refused = refuseCancel(booking, booking.now);
  const moves = moveStatus(booking, booking.now);
  // The question above has its own two answers.
  const asked = isAskedAboutMove(booking, booking.now);
  const ahead = booking.startsAt > booking.now;
  return (
    <div className="no-print mt-6">
      <ButtonRow>
        {ahead && !isOffTheCalendar(booking.status) && (
          <LinkButton href={`/api/bookings/${booking.id}/calendar`} variant="secondary">
            加到手机日历
          </LinkButton>
        )}
        {moves.refused === null && (
          <LinkButton href={`/me/bookings/${booking.id}/reschedule`} variant="secondary">
            改期
          </LinkButton>
        )}
        {refused === null && booking.status !== 'offered' && !asked && (
          <LinkButton href={`/me/bookings/${booking.id}/cancel`} variant="danger">
            {booking.status === 'waitlisted' ? '退出候补' : '取消预约'}
          </LinkButton>
        )}
        {ended.includes(booking.status) && (
          <LinkButton href="/services" variant="secondary">
            看看其他服务
          </LinkButton>
        )}
      </ButtonRow>
      {moves.words && <p className="mt-2 text-secondary text-ink-2">{moves.words}</p>}
      {refused === 'too_late' && booking.status !== 'offered' && (
        <p className="mt-2 text-secondary text-ink-2">已过取消时间，不能来请打电话给组织单位。</p>
      )}
    </div>
  );
}
