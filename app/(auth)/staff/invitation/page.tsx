import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { AuthPage } from '@/features/identity/components/auth-page';
import { InvitationCards } from '@/features/identity/components/my-invitations';
import { listMyInvitations } from '@/features/identity/queries/invitations';
import { requireMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '工作邀请' };

export default async function InvitationPage() {
  const ctx = await requireMember('/staff/invitation');
  const mine = await listMyInvitations(ctx);
  return (
    <AuthPage>
      <PageHead title="工作邀请">接受后从“工会干部登录”进入工作台，第一次要绑定动态码。</PageHead>
      {mine.invitations.length > 0 ? (
        <InvitationCards mine={mine} />
      ) : (
        <EmptyState
          icon="shield"
          title="没有等您接受的邀请"
          action={<LinkButton href="/staff/login">去工会干部登录</LinkButton>}
        >
          已接受、过期或撤回的不再显示。收到短信的号码和登录的号码要一样。
        </EmptyState>
      )}
    </AuthPage>
  );
}
