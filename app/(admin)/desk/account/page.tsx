import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { RoleSwitch } from '@/features/identity/components/account-cells';
import { DeviceList } from '@/features/identity/components/device-list';
import { listDevices } from '@/features/identity/queries/devices';
import { describeScope } from '@/features/identity/queries/officer-scope';
import { countRecoveryCodes } from '@/features/identity/queries/own-account';
import { NoticeList } from '@/features/notifications/components/notice-list';
import { listNotices } from '@/features/notifications/queries/notices';
import { canSeeOrganisations } from '@/features/organisations/policy';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '我的账号' };

export default async function DeskAccountPage() {
  const ctx = await requireStaff('/desk/account');
  const [scopes, devices, left, notices] = await Promise.all([
    describeScope(ctx),
    listDevices(ctx),
    countRecoveryCodes(ctx),
    listNotices(ctx),
  ]);
  return (
    <DeskMain>
      <div className="max-w-[720px]">
        <PageHead title="我的账号">{scopes.join('；')}</PageHead>
        <Section title="通知">
          {notices.items.length > 0 ? (
            <NoticeList items={notices.items} now={ctx.now} />
          ) : (
            <p>还没有通知</p>
          )}
        </Section>
        <RoleSwitch mode="staff" knowsPassword />
        <Section title="安全">
          <CellList>
            <Cell title="请假时由谁代办" href="/desk/account/deputy" />
            <Cell title="恢复码" value={`还剩 ${left} 个`} href="/staff/recovery-codes" />
            <Cell title="登录密码" href="/me/password" />
            <Cell title="手机号" href="/me/phone" />
            {canSeeOrganisations.anywhere(ctx.actor) && (
              <Cell title="谁可以做什么" href="/desk/who" />
            )}
          </CellList>
        </Section>
        <Section title="登录着的设备">
          <DeviceList devices={devices} now={ctx.now} />
        </Section>
      </div>
    </DeskMain>
  );
}
