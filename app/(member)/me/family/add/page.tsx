import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { ChildForm } from '@/features/family/components/child-form';
import { requireFreshMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '添加孩子' };

interface Props {
  searchParams: Promise<{ type?: string }>;
}

export default async function AddChildPage({ searchParams }: Props) {
  const ctx = await requireFreshMember('/me/family/add');
  const { type } = await searchParams;
  return (
    <FlowPage backHref="/me/family" backLabel="家庭">
      <PageHead title="添加孩子" />
      <ChildForm today={todayOn(ctx.now)} formKey={newId()} other={type === 'other'} />
    </FlowPage>
  );
}
