import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Panel } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { EntryChanges } from '@/features/employer-register/components/entry-changes';
import { EntryDone, EntryFacts } from '@/features/employer-register/components/entry-facts';
import { NextVisit } from '@/features/employer-register/components/next-visit';
import { VisitList } from '@/features/employer-register/components/visit-list';
import { canKeepRegister } from '@/features/employer-register/policy';
import { findEntry } from '@/features/employer-register/queries/entries';
import { listKeepers } from '@/features/employer-register/queries/keepers';
import { listVisits } from '@/features/employer-register/queries/visits';
import { FoundingLink } from '@/features/founding/components/founding-link';
import { findOpenFounding } from '@/features/founding/queries/foundings';
import { organisationPath } from '@/features/organisations/queries/scope';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { followMerge } from '../../follow-merge';

export const metadata: Metadata = { title: '企业台账' };
interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export default async function EntryPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/register/${id}`);
  await followMerge(ctx, 'register', id);
  const entry = await findEntry(ctx, id);
  if (!entry) notFound();
  const mayKeep = canKeepRegister(ctx.actor, await organisationPath(ctx, entry.placeId));
  const today = todayOn(ctx.now);
  const [visits, founding] = await Promise.all([listVisits(ctx, id), findOpenFounding(ctx, id)]);
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '企业台账', href: '/desk/register' }, { label: entry.name }]} />
      <PageHead title={entry.name}>
        下次走访：
        <NextVisit on={entry.nextVisitOn} today={today} />
      </PageHead>
      <EntryDone done={done} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4 max-lg:order-2">
          <Panel title="这家企业">
            <EntryFacts entry={entry} />
            <FoundingLink
              {...{ employerId: id, status: entry.status, mayPrepare: mayKeep, founding }}
            />
          </Panel>
          {mayKeep && (
            <EntryChanges
              entry={entry}
              keepers={await listKeepers(ctx, [entry.placeId])}
              today={today}
            />
          )}
        </div>
        <Panel title="走访" note="只记企业，不记哪个职工什么态度">
          {mayKeep && (
            <LinkButton href={`/desk/register/${id}/visit`} className="mb-4">
              记一次走访
            </LinkButton>
          )}
          <VisitList
            employerId={id}
            visits={visits}
            nextVisitOn={entry.nextVisitOn}
            today={today}
            mayKeep={mayKeep}
          />
        </Panel>
      </div>
    </DeskMain>
  );
}
