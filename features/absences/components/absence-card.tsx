import { Card, Section } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/dates';
import type { MyExcuse } from '../queries/excuse';
import { excuseWords, refuseAppeal } from '../rules';

interface AbsenceCardProps {
  booking: { id: string; status: string };
  excuse: MyExcuse | null;
  now: Date;
}

/** On the page of a booking that was missed: how it stands with the absence, and the way to appeal. */
export function AbsenceCard({ booking, excuse, now }: AbsenceCardProps) {
  if (booking.status !== 'absent' && !excuse) return null;
  const may = refuseAppeal({ status: booking.status, excuse: excuse?.status ?? null }) === null;
  return (
    <Section title="爽约记录">
      {may && (
        <Card pad>
          <p>这一次记为爽约。确有原因，可以申诉一次。</p>
          <LinkButton
            href={`/me/bookings/${booking.id}/appeal`}
            variant="secondary"
            block
            className="mt-3"
          >
            我要申诉
          </LinkButton>
        </Card>
      )}
      {excuse && (
        <Notice tone={excuse.status === 'refused' ? 'warning' : 'info'}>
          <b>{excuseWords(excuse)}</b>
          {excuse.status === 'waiting' && `，${formatDateTime(excuse.createdAt, now)}提交`}
          {excuse.answer && <p className="mt-1">组织单位答复：{excuse.answer}</p>}
          {excuse.reason && <p className="mt-1 text-ink-2">您写的：{excuse.reason}</p>}
        </Notice>
      )}
    </Section>
  );
}
