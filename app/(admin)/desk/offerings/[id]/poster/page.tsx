import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { conditionWords } from '@/features/conditions/rules/condition-words';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { listConditionChoices } from '@/features/offerings/queries/form-choices';
import { offeringRules } from '@/features/offerings/schema/offering';
import { OfferingPoster } from '@/features/publicity/components/offering-poster';
import { listOfferingFiles } from '@/features/publicity/queries/offering-files';
import { requireStaff } from '@/lib/auth/session';
import { publicOrigin } from '@/lib/http/origin';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '海报' };

export default async function PosterPage({
  params,
  searchParams,
}: PageProps<'/desk/offerings/[id]/poster'>) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/poster`);
  const offering = await getDeskOffering(ctx, id);
  const size = (await searchParams).size === 'a3' ? 'a3' : 'a4';
  const [choices, origin, { hotline }, { cover }] = await Promise.all([
    listConditionChoices(ctx),
    publicOrigin(),
    readPortal(),
    listOfferingFiles(ctx, id),
  ]);
  const other =
    size === 'a3' ? { href: '?', words: '改成 A4' } : { href: '?size=a3', words: '改成 A3' };
  return (
    <DeskMain>
      <div className="no-print">
        <Breadcrumbs
          trail={[
            { label: '服务与活动', href: '/desk/offerings' },
            { label: offering.title, href: `/desk/offerings/${id}/publicity` },
            { label: '海报' },
          ]}
        />
        <PageHead
          title={`${size.toUpperCase()} 海报`}
          tools={
            <>
              <PrintButton>打印 {size.toUpperCase()} 海报</PrintButton>
              <LinkButton small variant="secondary" href={other.href}>
                {other.words}
              </LinkButton>
            </>
          }
        >
          没有 A3 打印机，存成 PDF 发给打印店。
        </PageHead>
        {offering.status === 'draft' && (
          <Notice tone="warning">还没发布，先别贴：扫码打开是“没有找到这个页面”。</Notice>
        )}
      </div>
      <OfferingPoster
        offering={offering}
        conditions={conditionWords(offeringRules.parse(offering.rules), offering.kind, choices)}
        origin={origin}
        hotline={hotline}
        size={size}
        cover={cover}
      />
    </DeskMain>
  );
}
