import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { announceAbsenceAction, makePickUpCodeAction } from '@/features/childcare/actions';
import {
  AbsenceSection,
  CodeSection,
  LooksSection,
  TodayState,
} from '@/features/childcare/components/guardian-day';
import { IncidentList } from '@/features/childcare/components/incident-list';
import { getGuardianClass } from '@/features/childcare/queries/guardian-class';
import { requireFreshMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '在班情况' };

export default async function GuardianClassPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireFreshMember(`/me/bookings/${id}/class`);
  const view = await notFoundOnMissing(getGuardianClass(ctx, id));
  return (
    <FlowPage backHref={`/me/bookings/${id}`} backLabel="预约详情">
      <PageHead title={view.name}>{view.title}</PageHead>
      <TodayState view={view} />
      <CodeSection view={view} make={makePickUpCodeAction} />
      <AbsenceSection view={view} announce={announceAbsenceAction} />
      <Section>
        <CellList>
          <Cell icon="users" title="接送人名单" href={`/me/bookings/${id}/pick-up`} />
          {view.contactPhone && (
            <Cell
              icon="phone"
              title="联系老师"
              value={view.contactPhone}
              href={`tel:${view.contactPhone}`}
            />
          )}
        </CellList>
      </Section>
      {view.incidents.length > 0 && (
        <Section id="incidents" title="情况记录">
          <IncidentList incidents={view.incidents} now={view.now} />
        </Section>
      )}
      <LooksSection view={view} />
    </FlowPage>
  );
}
