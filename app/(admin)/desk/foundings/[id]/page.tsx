import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { AffairPanel } from '@/features/founding/components/affair-panel';
import { CandidatesPanel } from '@/features/founding/components/candidates-panel';
import { ContactPanel } from '@/features/founding/components/contact-panel';
import { FilesPanel } from '@/features/founding/components/files-panel';
import { FirmsPanel } from '@/features/founding/components/firms-panel';
import { FoundingChecks, FoundingWay } from '@/features/founding/components/founding-way';
import { FoundedNotice, NextStep } from '@/features/founding/components/next-step';
import { PapersPanel } from '@/features/founding/components/papers-panel';
import { listFoundingFiles } from '@/features/founding/queries/files';
import { findFounding } from '@/features/founding/queries/foundings';
import { formLabels } from '@/features/founding/rules/form';
import { kindNames } from '@/features/founding/rules/kinds';
import { foundingFilesMost } from '@/features/founding/settings';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '建会' };

export default async function FoundingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/foundings/${id}`);
  const founding = await findFounding(ctx, id);
  if (!founding) notFound();
  const today = todayOn(ctx.now);
  const { most } = await readSettings(ctx, { most: foundingFilesMost });
  const naming = ['members', 'candidates', 'assembly'].includes(founding.step);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '企业台账', href: '/desk/register' },
          { label: '建会', href: '/desk/foundings' },
          { label: founding.name },
        ]}
      />
      <PageHead title={founding.name}>
        {founding.kind === 'founding' ? formLabels[founding.form] : kindNames[founding.kind]}，上级
        {founding.parent}。
      </PageHead>
      <FoundedNotice founding={founding} />
      <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-4 max-lg:order-2">
          <FoundingWay founding={founding} today={today} />
          <AffairPanel founding={founding} />
          <ContactPanel founding={founding} />
          <PapersPanel founding={founding} />
          <FilesPanel
            founding={founding}
            files={await listFoundingFiles(ctx, id)}
            most={most}
            stamp={newId()}
            today={today}
          />
          {founding.firms.length > 0 && <FirmsPanel founding={founding} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <NextStep founding={founding} today={today} />
          <FoundingChecks checks={founding.checks} />
          <CandidatesPanel
            founding={founding}
            mayChange={naming && founding.mayTake('candidates')}
          />
        </div>
      </div>
    </DeskMain>
  );
}
