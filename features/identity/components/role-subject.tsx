import { Panel } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/dates';
import type { RolePlace, RoleSubject } from '../queries/roles';
import { AccountTools } from './account-tools';
import { GrantForm } from './grant-form';
import { HeldRoles } from './held-roles';

interface RoleSubjectPanelProps {
  subject: RoleSubject;
  places: readonly RolePlace[];
  search: string;
  now: Date;
}

/** One person: what is held, what may be given, and the account itself. */
export function RoleSubjectPanel({ subject, places, search, now }: RoleSubjectPanelProps) {
  const facts = [
    { label: '手机尾号', value: subject.phoneTail || '号码已换机主' },
    {
      label: '登录密码',
      value: subject.hasPassword ? '已设置' : '未设置，请本人先用验证码登录后设置',
    },
    { label: '动态码', value: subject.hasSecondFactor ? '已绑定' : '首次登录工作台时绑定' },
  ];
  return (
    <div className="grid gap-4">
      <Panel
        title={
          <>
            {subject.displayName} {subject.disabledAt && <Tag tone="error">已停用</Tag>}
          </>
        }
      >
        <KeyValues rows={facts} single />
        {subject.disabledAt && (
          <p className="mt-2 text-ink-2">
            {formatDateTime(subject.disabledAt, now)} 停用：{subject.disabledReason}
          </p>
        )}
      </Panel>
      <Panel title="现有角色">
        <HeldRoles roles={subject.roles} editable={!subject.isSelf} now={now} />
      </Panel>
      {subject.isSelf ? (
        <p className="text-ink-2">这是您自己的账号，角色请由另一位系统管理员办理。</p>
      ) : (
        <>
          {!subject.disabledAt && (
            <Panel title="授予角色">
              <GrantForm
                accountId={subject.accountId}
                isNameless={subject.isNameless}
                places={places}
                search={search}
              />
            </Panel>
          )}
          <Panel title="账号">
            <AccountTools subject={subject} />
          </Panel>
        </>
      )}
    </div>
  );
}
