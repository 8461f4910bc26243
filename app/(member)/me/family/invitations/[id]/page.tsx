import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { ConfirmForm } from '@/features/family/components/confirm-form';
import { listInvitations } from '@/features/family/queries/invitations';
import { requireFreshMember } from '@/lib/auth/session';
import { formatDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '确认监护人' };

export default async function InvitationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireFreshMember(`/me/family/invitations/${id}`);
  const invitation = (await listInvitations(ctx)).find((one) => one.id === id);
  if (!invitation) notFound();
  const until = formatDay(todayOn(invitation.expiresAt), todayOn(ctx.now));
  return (
    <FlowPage backHref="/me/family" backLabel="我的家庭">
      <PageHead title={`做 ${invitation.childMasked} 的监护人？`}>
        {invitation.inviterMasked}邀请您。确认后能看到孩子资料，也能代孩子报名和取消。{until}
        前有效，不是您的孩子请不要确认。
      </PageHead>
      <ConfirmForm invitationId={id} formKey={newId()} />
    </FlowPage>
  );
}
