import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { AuthPage } from '@/features/identity/components/auth-page';
import { LeaveNothing } from '@/features/identity/components/leave-nothing';

export const metadata: Metadata = { title: '已退出' };

export default function SignedOutPage() {
  return (
    <AuthPage>
      <LeaveNothing />
      <ResultPage
        title="已退出登录"
        actions={
          <div className="grid gap-3">
            <LinkButton href="/" block>
              回到首页
            </LinkButton>
            <LinkButton href="/login" variant="secondary" block>
              重新登录
            </LinkButton>
          </div>
        }
      >
        用的是公用电脑？请关掉浏览器再离开。
      </ResultPage>
    </AuthPage>
  );
}
