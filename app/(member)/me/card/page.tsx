import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { listMyCases } from '@/features/applications/queries/my-cases';
import { applicationTodos } from '@/features/applications/rules/todos';
import { MyBookingCell } from '@/features/bookings/components/my-booking-cell';
import { listUpcoming } from '@/features/bookings/queries/my-bookings';
import { CardCode } from '@/features/members/components/card-code';
import { MemberCard } from '@/features/members/components/member-card';
import { cardCode, findMyCard } from '@/features/members/queries/my-card';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { requireMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { qrDrawing } from '@/lib/documents/qr';
import { publicOrigin } from '@/lib/http/origin';

export const metadata = { title: '会员码' };

export default async function CardPage() {
  const ctx = await requireMember('/me/card');
  const card = await findMyCard(ctx);
  if (!card) {
    const [begun] = applicationTodos(await listMyCases(ctx), todayOn(ctx.now));
    return (
      <OwnTabPage tab="/me">
        <EmptyState
          icon="id-card"
          title="还没有会员码"
          action={
            <LinkButton href={begun?.href ?? '/guide/join'}>
              {begun?.title ?? '去加入工会'}
            </LinkButton>
          }
        >
          工会通过入会申请后，当天就有。
        </EmptyState>
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
      >
        <CardCode drawing={drawing} secondsLeft={code.secondsLeft} />
      </MemberCard>
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
