import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { RecordForm } from '@/features/member-records/components/record-form';
import { findMyRecord } from '@/features/member-records/queries/my-record';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '我的登记表' };

export default async function RecordPage({ searchParams }: PageProps<'/me/record'>) {
  const ctx = await requireFreshMember('/me/record');
  const [record, { done }] = await Promise.all([findMyRecord(ctx), searchParams]);
  if (!record) redirect('/guide/join');
  return (
    <FlowPage backHref="/me/profile" backLabel="会员资料">
      <PageHead title="我的登记表">都是选填，不填不影响会籍和服务。加密保存，随时可以改。</PageHead>
      {done === 'saved' && (
        <Notice tone="success" live className="mb-4">
          已保存。
        </Notice>
      )}
      <RecordForm record={record} />
      <p className="mt-4">
        <TextLink href="/me/record/print">打印会员登记表</TextLink>
      </p>
    </FlowPage>
  );
}
