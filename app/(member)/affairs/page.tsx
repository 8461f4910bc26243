import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { listMyCases } from '@/features/applications/queries/my-cases';
import { findMyCard } from '@/features/members/queries/my-card';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { CallCell } from '@/features/organisations/components/call';
import { CaseCells } from '@/features/transfers/components/case-cells';
import { listOwnTransfers } from '@/features/transfers/queries/my-transfer';
import { listMyTransfers } from '@/features/transfers/queries/open-transfer';
import { currentCtx } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata = { title: '办事' };

export default async function AffairsPage() {
  const ctx = await currentCtx();
  const signedIn = ctx.actor.kind === 'account';
  const cases = signedIn ? await listMyCases(ctx) : [];
  const transfers = signedIn ? await listMyTransfers(ctx) : [];
  const moves = await listOwnTransfers(ctx);
  const isMember = signedIn && (await findMyCard(ctx)) !== null;
  return (
    <OwnTabPage tab="/affairs">
      <PageHead title="办事" />
      <Section title="我的办件">
        {cases.length + transfers.length + moves.length > 0 ? (
          <CaseCells moves={moves} cases={cases} transfers={transfers} today={todayOn(ctx.now)} />
        ) : (
          <EmptyState
            icon="clipboard"
            title="还没有办件"
            action={
              isMember ? undefined : (
                <LinkButton href={signedIn ? '/guide/join' : '/login?next=/affairs'}>
                  {signedIn ? '去加入工会' : '登录后查看'}
                </LinkButton>
              )
            }
          />
        )}
      </Section>
      <Section title="可以办的">
        <CellList>
          {isMember ? (
            <>
              <Cell icon="id-card" title="会员码" sub="亮码、看会员号" href="/me/card" />
              <Cell icon="user" title="会员资料" sub="转会、改职业单位、退会" href="/me/profile" />
            </>
          ) : (
            <Cell icon="users" title="加入工会" sub="约 4 分钟，不收费" href="/guide/join" />
          )}
          {signedIn && (
            <Cell
              icon="pencil"
              title="资料更正"
              sub="姓名、证件号码、出生日期错了"
              href="/me/corrections"
            />
          )}
          <Cell icon="calendar" title="预约服务" sub="培训、托管班、健康检查" href="/services" />
          <Cell
            icon="print"
            title="空白入会表格"
            sub="可以打印，手写后交到工会"
            href="/guide/join/form"
          />
          <CallCell />
        </CellList>
      </Section>
    </OwnTabPage>
  );
}
