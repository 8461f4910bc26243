import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { EmptyState } from '@/components/ui/empty-state';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ProposeForm } from '@/features/transfers/components/propose-form';
import { listTakingUnions } from '@/features/transfers/queries/taking-unions';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '请会员转来' };

export default async function ProposePage() {
  const ctx = await requireStaff('/desk/transfers/new');
  const unions = await listTakingUnions(ctx);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '会籍登记', href: '/desk/transfers' }, { label: '请会员转来' }]}
      />
      <PageHead title="请会员转来">
        在本单位上班、会籍还在别的工会的人：填会员号和姓名，本人在手机上确认后，原工会再答复。
      </PageHead>
      {unions.length > 0 ? (
        <ProposeForm unions={unions} idempotencyKey={newId()} />
      ) : (
        <EmptyState icon="tree" title="没有您管理的、可以收会员的工会" />
      )}
    </DeskMain>
  );
}
