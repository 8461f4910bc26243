import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { Guardians, RemoveChild, SchoolForm } from '@/features/family/components/child-settings';
import { getChild } from '@/features/family/queries/children';
import { requireFreshMember } from '@/lib/auth/session';
import { formatFullDay, todayOn } from '@/lib/dates';
import { orNotFound } from '@/lib/or-not-found';

export const metadata: Metadata = { title: '孩子资料' };

export default async function ChildPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireFreshMember(`/me/family/${id}`);
  const child = await orNotFound(getChild(ctx, id));
  return (
    <FlowPage backHref="/me/family" backLabel="我的家庭">
      <PageHead title={child.name} />
      <FactList
        facts={[
          { label: '证件号', value: child.idMasked },
          { label: '出生日期', value: formatFullDay(child.birthOn) },
          { label: '性别', value: child.sex === 'female' ? '女' : '男' },
        ]}
      />
      <p className="mt-2 text-secondary text-ink-2">姓名或证件填错了，请移除后重新添加。</p>
      <Section title="学校和年级">
        <SchoolForm child={child} today={todayOn(ctx.now)} />
      </Section>
      <Guardians child={child} />
      <RemoveChild child={child} />
    </FlowPage>
  );
}
