import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { slaDays } from '@/features/applications/settings';
import { JoinPoster } from '@/features/organisations/components/join-poster';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { readTreeScreen } from '@/features/organisations/queries/screen';
import { requireStaff } from '@/lib/auth/session';
import { publicOrigin } from '@/lib/http/origin';
import { readPortal } from '@/lib/portal/portal';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '入会二维码' };

export default async function PosterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/organisations/${id}/poster`);
  const screen = await readTreeScreen(ctx, id);
  if (!screen || screen.selected.closed) notFound();
  const [organisation, portal, rules, origin] = await Promise.all([
    getOrganisation(ctx, id),
    readPortal(),
    readSettings(ctx, { slaDays }),
    publicOrigin(),
  ]);
  return (
    <DeskMain>
      <div className="no-print">
        <Breadcrumbs
          trail={[
            { label: '组织', href: '/desk/organisations' },
            { label: organisation.shortName, href: `/desk/organisations?id=${id}` },
            { label: '入会二维码' },
          ]}
        />
        <PageHead
          title="入会二维码"
          tools={
            <>
              <PrintButton>打印 A4 海报</PrintButton>
              <LinkButton
                href={`/api/organisations/${id}/join-code`}
                download={`${organisation.shortName}-入会码.svg`}
                variant="secondary"
                small
              >
                下载 SVG
              </LinkButton>
            </>
          }
        >
          扫码直接进入{organisation.shortName}的入会申请，不用再选工会。
        </PageHead>
      </div>
      <JoinPoster
        organisation={organisation}
        origin={origin}
        hotline={portal.hotline}
        hours={portal.hours}
        days={rules.slaDays}
      />
    </DeskMain>
  );
}
