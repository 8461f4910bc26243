import { Card } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { QrCode } from '@/components/ui/qr-code';
import { qrDrawing } from '@/lib/qr';
import type { MyBookingDetail } from '../queries/my-bookings';
import { bookedTimes } from '../rules/meetings';
import { sessionWhen } from '../rules/times';

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
export function BookingFactList({ booking }: { booking: MyBookingDetail }) {
  const facts = [
    { label: '场次', value: booking.session },
    { label: '时间', value: sessionWhen(bookedTimes(booking), booking.now) },
    { label: '地点', value: booking.place },
    { label: '给谁', value: booking.childName ?? '本人' },
    { label: '预约号', value: booking.number },
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
