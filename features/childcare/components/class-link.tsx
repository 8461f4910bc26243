import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';

/** From the booking to what the class says today, and to who may fetch the child. */
export function ClassLink({ bookingId, today }: { bookingId: string; today: boolean }) {
  const base = `/me/bookings/${bookingId}`;
  return (
    <Section title="在班">
      <CellList>
        {today && (
          <Cell
            icon="clipboard"
            title="今天的情况"
            sub="签到、接走、请假、接送码"
            href={`${base}/class`}
          />
        )}
        <Cell icon="users" title="接送人名单" href={`${base}/pick-up`} />
      </CellList>
    </Section>
  );
}
