import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { lookThroughTreeAction, pasteTreeAction } from '@/features/organisations/actions';
import { PasteForm } from '@/features/organisations/components/paste-form';
import { canManageOrganisations } from '@/features/organisations/policy';
import { pastedFilter } from '@/features/organisations/schema/paste';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '粘贴工会树' };

const example = `某街道总工会，9位区划代码
　某街道网上会员之家
　某街道联合工会
某镇总工会，9位区划代码
　某食品有限公司工会`;

export default async function PasteTreePage({
  searchParams,
}: PageProps<'/desk/organisations/paste'>) {
  const ctx = await requireStaff('/desk/organisations/paste');
  if (!canManageOrganisations.anywhere(ctx.actor)) notFound();
  const { made } = pastedFilter.parse(await searchParams);
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '组织', href: '/desk/organisations' }, { label: '粘贴' }]} />
      <PageHead title="粘贴工会树">
        一行一个。下级往里缩进，或在后面写上级的名称；也可以从表格里整列复制。先逐行核对，全对了才写入。
      </PageHead>
      {made && (
        <Notice tone="success" live className="mb-4 max-w-[900px]">
          已写入 {made} 个。<TextLink href="/desk/organisations">看组织树</TextLink>
        </Notice>
      )}
      <PasteForm
        look={lookThroughTreeAction}
        write={pasteTreeAction}
        idempotencyKey={newId()}
        label="名单"
        unit="个"
        hint={
          <>
            镇（街道）后面写9位区划代码；类型不写会按名称认，也可以写：乡镇、行业、基层、联合、网上会员之家、合作单位。
            <span className="mt-1 block whitespace-pre-wrap">{`例如：\n${example}`}</span>
          </>
        }
      />
    </DeskMain>
  );
}
