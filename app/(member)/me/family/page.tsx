import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { ChildCells, InvitationCells } from '@/features/family/components/child-cells';
import { listChildren } from '@/features/family/queries/children';
import { listInvitations } from '@/features/family/queries/invitations';
import { requireFreshMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '我的家庭' };

export default async function FamilyPage() {
  const ctx = await requireFreshMember('/me/family');
  const [children, invitations] = await Promise.all([listChildren(ctx), listInvitations(ctx)]);
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="我的家庭">
        孩子只添加一次，报名时直接选。资料加密保存，只有监护人能看到。
      </PageHead>
      {invitations.length > 0 && (
        <Section title="等您确认">
          <InvitationCells items={invitations} />
        </Section>
      )}
      <Section title={children.length > 0 ? '孩子' : undefined}>
        {children.length > 0 ? (
          <ChildCells items={children} today={todayOn(ctx.now)} />
        ) : (
          <EmptyState icon="backpack" title="还没有添加孩子" />
        )}
        <LinkButton href="/me/family/add" variant="secondary" block className="mt-4">
          添加孩子
        </LinkButton>
      </Section>
    </FlowPage>
  );
}
