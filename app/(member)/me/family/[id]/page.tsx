import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList, FactList } from '@/components/ui/cell-list';
import { Guardians, RemoveChild, SchoolForm } from '@/features/family/components/child-settings';
import { getChild } from '@/features/family/queries/children';
import { requireFreshMember } from '@/lib/auth/session';
import { formatFullDay, todayOn } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '孩子资料' };

export default async function ChildPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireFreshMember(`/me/family/${id}`);
  const child = await notFoundOnMissing(getChild(ctx, id));
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
      <CellList className="mt-4">
        <Cell
          icon="pencil"
          title="更正姓名、证件号码、出生日期"
          sub="填错了不用移除，名额不受影响"
          href={`/me/corrections/new?who=${id}`}
        />
      </CellList>
      <Section title="学校和年级">
        <SchoolForm child={child} today={todayOn(ctx.now)} />
      </Section>
      <Guardians child={child} />
      <RemoveChild child={child} />
    </FlowPage>
  );
}
