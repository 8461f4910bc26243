import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { ChildForm } from '@/features/family/components/child-form';
import { requireFreshMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { safeRedirect } from '@/lib/http/safe-redirect';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '添加孩子' };

interface Props {
  searchParams: Promise<{ type?: string; next?: unknown }>;
}

export default async function AddChildPage({ searchParams }: Props) {
  const { type, next } = await searchParams;
  // Whoever came from a service goes back to it with the child chosen.
  const onward = safeRedirect(next, '');
  const here = onward ? `/me/family/add?next=${encodeURIComponent(onward)}` : '/me/family/add';
  const ctx = await requireFreshMember(here);
  return (
    <FlowPage backHref={onward || '/me/family'} backLabel={onward ? '返回报名' : '我的家庭'}>
      <PageHead title="添加孩子" />
      <ChildForm
        today={todayOn(ctx.now)}
        formKey={newId()}
        other={type === 'other'}
        next={onward || undefined}
      />
    </FlowPage>
  );
}
