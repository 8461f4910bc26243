import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { CertificateTable } from '@/features/questions/components/certificates';
import { listCertificates } from '@/features/questions/queries/certificates';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '数据删除记录' };

export default async function PurgesPage() {
  const ctx = await requireStaff('/desk/purges');
  const { items, now } = await listCertificates(ctx);
  return (
    <DeskMain>
      <PageHead title="数据删除记录">
        报名问题的回答到期自动删除，每次留一份，不含任何人的回答。
      </PageHead>
      <CertificateTable items={items} now={now} />
    </DeskMain>
  );
}
