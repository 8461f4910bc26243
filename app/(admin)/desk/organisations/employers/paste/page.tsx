import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { lookThroughEmployersAction, pasteEmployersAction } from '@/features/organisations/actions';
import { PasteForm } from '@/features/organisations/components/paste-form';
import { canManageEmployers } from '@/features/organisations/policy';
import { pastedFilter } from '@/features/organisations/schema/paste';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '粘贴用人单位' };

const list = '/desk/organisations/employers';

export default async function PasteEmployersPage({
  searchParams,
}: PageProps<'/desk/organisations/employers/paste'>) {
  const ctx = await requireStaff(`${list}/paste`);
  if (!canManageEmployers.anywhere(ctx.actor)) notFound();
  const { made } = pastedFilter.parse(await searchParams);
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '用人单位', href: list }, { label: '粘贴' }]} />
      <PageHead title="粘贴用人单位">
        一行一家。先逐行核对，全对了才写入；已经登记的按名称或信用代码认出来，不会重复。
      </PageHead>
      {made && (
        <Notice tone="success" live className="mb-4 max-w-[900px]">
          已写入 {made} 家。<TextLink href={list}>看用人单位</TextLink>
        </Notice>
      )}
      <PasteForm
        look={lookThroughEmployersAction}
        write={pasteEmployersAction}
        idempotencyKey={newId()}
        label="名单"
        unit="家"
        hint="第一栏写单位全称，后面不分先后：信用代码、镇（街道）、工会、职工人数。可以从表格里整列复制。例如：某食品有限公司，某镇，某镇联合工会，120"
      />
    </DeskMain>
  );
}
