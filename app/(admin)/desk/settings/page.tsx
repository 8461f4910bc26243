import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Panel } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SettingRow } from '@/features/configuration/components/setting-row';
import { SettingsTabs } from '@/features/configuration/components/settings-tabs';
import { canConfigure } from '@/features/configuration/policy';
import { listSettingGroups } from '@/features/configuration/queries/list-settings';
import { requireStaff } from '@/lib/auth/session';
import { sendsNoTexts } from '@/lib/env';

export const metadata: Metadata = { title: '设置' };

export default async function SettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string; edit?: string }>;
}) {
  const ctx = await requireStaff('/desk/settings');
  if (!canConfigure.anywhere(ctx.actor)) notFound();
  const { saved, edit } = await searchParams;
  return (
    <DeskMain>
      <PageHead title="设置">通知每年都会变，改这里就行，不用改程序。每次修改记入日志。</PageHead>
      <SettingsTabs current="settings" />
      {sendsNoTexts() && (
        <Notice tone="warning" className="mb-4 max-w-[760px]">
          短信没有接通（SMS_PROVIDER=console）：验证码和通知短信都发不出去，没有密码的人登录不了。请在服务器上配置
          aliyun 或 tencent 后重启。
        </Notice>
      )}
      {(await listSettingGroups(ctx)).map((group) => (
        <Panel key={group.title} title={group.title} className="mb-6 max-w-[760px]">
          <ul className="lines">
            {group.settings.map((setting) => (
              <SettingRow
                key={setting.key}
                setting={setting}
                editing={edit === setting.key}
                saved={saved === setting.key}
              />
            ))}
          </ul>
        </Panel>
      ))}
    </DeskMain>
  );
}
