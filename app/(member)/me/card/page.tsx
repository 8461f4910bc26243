import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Icon } from '@/components/ui/icon';
import { listMyCases } from '@/features/applications/queries/my-cases';
import { applicationTodos } from '@/features/applications/rules/todos';
import { MyBookingCell } from '@/features/bookings/components/my-booking-cell';
import { listUpcoming } from '@/features/bookings/queries/my-bookings';
import { CardCode } from '@/features/members/components/card-code';
import { MemberCard } from '@/features/members/components/member-card';
import { StatusNotice } from '@/features/members/components/my-status';
import { cardCode, findMyCard } from '@/features/members/queries/my-card';
import { findMyStatus } from '@/features/members/queries/my-status';
import { cardKind } from '@/features/members/rules/membership-words';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { requireMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { qrDrawing } from '@/lib/documents/qr';
import { publicOrigin } from '@/lib/http/origin';
import { NoCard } from './no-card';

export const metadata = { title: '会员码' };

export default async function CardPage() {
  const ctx = await requireMember('/me/card');
  const card = await findMyCard(ctx);
  const mine = await findMyStatus(ctx);
  if (!card) {
    const [begun] = applicationTodos(await listMyCases(ctx), todayOn(ctx.now));
    return (
      <OwnTabPage tab="/me">
        <NoCard ended={mine} begun={begun} />
      </OwnTabPage>
    );
  }
  const next = await listUpcoming(ctx, 2);
  const code = cardCode(card.membershipId, new Date());
  const drawing = qrDrawing(`${await publicOrigin()}${code.path}`);
  return (
    <OwnTabPage tab="/me">
      <h1 className="visually-hidden">会员码</h1>
      <MemberCard
        organisation={card.unionName}
        name={card.name ?? ''}
        memberNo={groupMemberNumber(card.memberNo)}
        kind={cardKind(card.status)}
      >
        <CardCode drawing={drawing} secondsLeft={code.secondsLeft} />
      </MemberCard>
      <div className="mt-4 empty:hidden">{mine && <StatusNotice mine={mine} />}</div>
      <p className="mt-3 flex text-secondary text-ink-2">
        <Icon name="sun" className="mt-[2px] mr-2" />
        扫不出来？把屏幕调亮一些，或报会员号。
      </p>
      <Section title="我的预约">
        <CellList>
          {next.map((booking) => (
            <MyBookingCell key={booking.id} booking={booking} now={ctx.now} />
          ))}
          <Cell icon="calendar" title="全部预约" href="/me/bookings" />
        </CellList>
      </Section>
      <p className="mt-4 text-secondary text-ink-2">
        没有网络时，这里仍能看到会员号；联网后恢复动态码。
      </p>
    </OwnTabPage>
  );
}
