import { Card } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { QrCode } from '@/components/ui/qr-code';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { bookedTimes } from '@/features/offerings/rules/meetings';
import { VenuePlace } from '@/features/venues/components/venue-place';
import { qrDrawing } from '@/lib/documents/qr';
import { readPortal } from '@/lib/portal/portal';
import type { MyBookingDetail } from '../queries/my-bookings';

/** The code for the door: an https address, so that any scanner opens the check page. */
export function BookingQr({ url, number }: { url: string; number: string }) {
  return (
    <Card pad className="mt-6 text-center">
      <QrCode drawing={qrDrawing(url)} label={`预约码 ${number}`} />
      <p className="mt-1 font-semibold">{number}</p>
      <p className="text-secondary text-ink-2">到场出示，可以截图保存</p>
    </Card>
  );
}

function Phone({ number }: { number: string }) {
  return (
    <a className="link" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
      {number}
    </a>
  );
}

/** The facts of one booking. */
export async function BookingFactList({
  booking,
  number = true,
}: {
  booking: MyBookingDetail;
  /** Left out where the code below has it. */
  number?: boolean;
}) {
  const { region } = await readPortal();
  const facts = [
    { label: '场次', value: booking.session },
    { label: '时间', value: <SessionWhen at={bookedTimes(booking)} now={booking.now} /> },
    {
      label: '地点',
      value: <VenuePlace place={booking.place} venue={booking.venue} region={region} />,
    },
    { label: '给谁', value: booking.childName ?? '本人' },
    ...(number ? [{ label: '预约号', value: booking.number }] : []),
  ];
  return (
    <FactList
      facts={
        booking.contactPhone
          ? [...facts, { label: '联系', value: <Phone number={booking.contactPhone} /> }]
          : facts
      }
    />
  );
}
