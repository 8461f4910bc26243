import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { TextLink } from '@/components/ui/app-link';
import { MemberDetail } from '@/features/membership/components/member-detail';
import { getMember } from '@/features/membership/queries/member';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '会员' };

export default async function MemberPage({ params }: PageProps<'/desk/members/[id]'>) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/members/${id}`);
  const member = await getMember(ctx, id);
  return (
    <DeskMain>
      <p className="no-print mb-2">
        <TextLink href="/desk/members">返回会员列表</TextLink>
      </p>
      <MemberDetail member={member} />
    </DeskMain>
  );
}
