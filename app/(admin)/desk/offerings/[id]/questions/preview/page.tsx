import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { FormPreview } from '@/features/questions/components/form-preview';
import { getDeskForm } from '@/features/questions/queries/desk-form';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '预览问题' };

export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/questions/preview`);
  const offering = await getDeskOffering(ctx, id);
  const form = await getDeskForm(ctx, offering);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: `/desk/offerings/${id}/questions` },
          { label: '预览' },
        ]}
      />
      <PageHead title="会员看到的问题">这里填的不会保存。</PageHead>
      <FormPreview questions={form.questions} />
    </DeskMain>
  );
}
