import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { recordIncidentAction } from '@/features/childcare/actions';
import { IncidentForm } from '@/features/childcare/components/incident-form';
import { IncidentList } from '@/features/childcare/components/incident-list';
import { getIncidentLog } from '@/features/childcare/queries/incidents';
import { requireFreshMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '情况记录' };

interface Props {
  params: Promise<{ session: string }>;
  searchParams: Promise<{ corrects?: string | string[] }>;
}

export default async function IncidentsPage({ params, searchParams }: Props) {
  const [{ session }, { corrects }] = await Promise.all([params, searchParams]);
  const ctx = await requireFreshMember(`/class/${session}/incidents`);
  const log = await notFoundOnMissing(getIncidentLog(ctx, session));
  const nameOf = (id: string | null) =>
    log.children.find((child) => child.bookingId === id)?.name ?? '全班';
  return (
    <FlowPage backHref={`/class/${session}`} backLabel="签到">
      <PageHead title="情况记录">记下后不能改，只能再写一条更正；家长会看到。</PageHead>
      {log.incidents.length > 0 && (
        <IncidentList incidents={log.incidents} now={log.now} nameOf={nameOf} correctable />
      )}
      <Section id="add" title={corrects ? '写更正' : '记一条'}>
        <IncidentForm
          log={log}
          action={recordIncidentAction}
          corrects={typeof corrects === 'string' ? corrects : undefined}
        />
      </Section>
    </FlowPage>
  );
}
