import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { becomeMemberAction } from '../actions';
import type { OwnAccount } from '../queries/own-account';

const sizes = { standard: '标准', large: '大字', xlarge: '特大' } as const;

/** 账号与安全 on 我的. */
export function AccountCells({
  account,
  otherWays,
}: {
  account: OwnAccount;
  /** Another provider's account can be linked here, or is. */
  otherWays: boolean;
}) {
  return (
    <Section title="账号">
      <CellList>
        <Cell title="手机号" value={account.maskedPhone} href="/me/phone" />
        <Cell
          title="登录密码"
          value={account.hasPassword ? '已设置' : '未设置'}
          href="/me/password"
        />
        {otherWays && <Cell title="其他登录方式" href="/me/sign-ins" />}
        <Cell title="我的设备" href="/me/devices" />
        <Cell title="显示设置" value={sizes[account.textSize]} href="/me/display" />
      </CellList>
    </Section>
  );
}

interface RoleSwitchProps {
  mode: 'member' | 'staff';
  /** Past the password: only the second factor is still to be given. */
  knowsPassword: boolean;
}

/** 我是会员 / 我是工会干部, for whoever is both. */
export function RoleSwitch({ mode, knowsPassword }: RoleSwitchProps) {
  return (
    <Section title="身份">
      <CellList>
        {mode === 'staff' ? (
          <Cell title="我是工会干部" sub="正在使用" value="进入工作台" href="/desk" />
        ) : (
          <Cell
            title="我是工会干部"
            sub="要输入动态码"
            value="切换"
            href={knowsPassword ? '/staff/totp' : '/staff/login'}
          />
        )}
      </CellList>
      {mode === 'staff' && (
        <Form action={becomeMemberAction} className="mt-3">
          <SubmitButton variant="secondary" pendingText="切换中…">
            切换为：我是会员
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
