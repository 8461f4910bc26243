import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { findTypedName } from '@/features/applications/queries/typed-name';
import { MyClasses } from '@/features/childcare/components/my-classes';
import { listMyClasses } from '@/features/childcare/queries/my-classes';
import { AccountCells, RoleSwitch } from '@/features/identity/components/account-cells';
import { InvitationCell } from '@/features/identity/components/my-invitations';
import { SignOutButton } from '@/features/identity/components/sign-out-button';
import { isHalfwayOfficer } from '@/features/identity/policy';
import { listMyInvitations } from '@/features/identity/queries/invitations';
import { getOwnSummary } from '@/features/identity/queries/own-account';
import { ownQuery } from '@/features/identity/schema/pages';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { countUnread } from '@/features/notifications/queries/notices';
import { offeredProviders } from '@/lib/auth/identity-providers';
import { requireMember } from '@/lib/auth/session';
import { AboutCells } from './about-cells';

export const metadata: Metadata = { title: '我的' };

const done: Record<string, string> = {
  phone: '手机号已更换，其他设备已退出。',
  password: '密码已保存，其他设备已退出。',
};

export default async function MePage({ searchParams }: PageProps<'/me'>) {
  const ctx = await requireMember('/me');
  const [account, typed, unread, classes, invited] = await Promise.all([
    getOwnSummary(ctx),
    findTypedName(ctx),
    countUnread(ctx),
    listMyClasses(ctx),
    listMyInvitations(ctx),
  ]);
  const mode = ctx.actor.kind === 'account' ? ctx.actor.mode : 'member';
  const { wechat, oidc } = account.linked;
  const otherWays = wechat || oidc || (await offeredProviders()).length > 0;
  const said = done[ownQuery.parse(await searchParams).done ?? ''];
  return (
    <OwnTabPage tab="/me" unread={unread}>
      <PageHead title={account.name ?? typed ?? account.displayName}>
        {account.maskedPhone}
      </PageHead>
      {said && (
        <Notice tone="success" live className="mb-4">
          {said}
        </Notice>
      )}
      <Section>
        <CellList>
          <Cell icon="id-card" title="会员码" href="/me/card" />
          <Cell icon="user" title="会员资料" sub="转会、改职业单位、退会" href="/me/profile" />
          <Cell icon="calendar" title="我的预约" href="/me/bookings" />
          <Cell icon="file" title="我的证书" href="/me/certificates" />
          <Cell icon="users" title="我的家庭" sub="给孩子报名前先登记" href="/me/family" />
          <Cell icon="pencil" title="资料更正" sub="姓名、证件登记错了" href="/me/corrections" />
          <Cell icon="clipboard" title="办事进度" href="/affairs" />
          <Cell
            icon="bell"
            title="通知"
            value={unread > 0 ? `${unread} 条未读` : undefined}
            href="/me/notices"
          />
        </CellList>
      </Section>
      <InvitationCell mine={invited} />
      <MyClasses classes={classes} />
      {account.isOfficer && <RoleSwitch mode={mode} knowsPassword={isHalfwayOfficer(ctx.actor)} />}
      <AccountCells account={account} otherWays={otherWays} />
      <AboutCells />
      <SignOutButton />
    </OwnTabPage>
  );
}
