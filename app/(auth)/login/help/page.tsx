import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Bullets } from '@/components/ui/timeline';
import { AuthPage, withNext } from '@/features/identity/components/auth-page';
import { signInQuery } from '@/features/identity/schema/pages';
import { CallCell, CounterCell } from '@/features/organisations/components/call';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '收不到验证码' };

export default async function HelpPage({ searchParams }: PageProps<'/login/help'>) {
  const { next } = signInQuery.parse(await searchParams);
  const { townWord } = await readPortal();
  return (
    <AuthPage>
      <PageHead title="收不到验证码？">先看是不是下面几种情况。</PageHead>
      <Bullets>
        <li>手机号输错了：返回核对一遍。</li>
        <li>被当成骚扰短信：看看短信的“拦截”或“通知信息”。</li>
        <li>信号不好或手机欠费：换个地方，等一分钟再重新获取。</li>
        <li>次数到了：同一号码每小时、每天只能发几条，过一会儿再取。</li>
        <li>换了号码：旧号收不到，请带身份证到{townWord}工会窗口换绑。</li>
      </Bullets>
      <Section title="换一种方式">
        <CellList>
          <Cell icon="lock" title="用密码登录" href={withNext('/login/password', next)} />
          <CallCell title="打电话办理" />
          <CounterCell />
        </CellList>
      </Section>
    </AuthPage>
  );
}
