import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { listMyCertificates } from '@/features/training/queries/certificates';
import { requireMember } from '@/lib/auth/session';
import { formatFullDay } from '@/lib/dates';

export const metadata: Metadata = { title: '我的证书' };

export default async function CertificatesPage() {
  const ctx = await requireMember('/me/certificates');
  const certificates = await listMyCertificates(ctx);
  return (
    <OwnTabPage tab="/me">
      <PageHead title="我的证书" />
      {certificates.length > 0 ? (
        <Section>
          <CellList>
            {certificates.map((c) => (
              <Cell
                key={c.id}
                icon="file"
                title={c.course}
                sub={`${c.number}，${formatFullDay(c.issuedOn)}`}
                value={c.revokedAt ? '已作废' : undefined}
                href={`/me/certificates/${c.id}`}
              />
            ))}
          </CellList>
        </Section>
      ) : (
        <EmptyState
          icon="file"
          title="还没有证书"
          action={<LinkButton href="/services?kind=training">看技能培训</LinkButton>}
        >
          上完课、出勤达到要求，结业证会放在这里。
        </EmptyState>
      )}
    </OwnTabPage>
  );
}
