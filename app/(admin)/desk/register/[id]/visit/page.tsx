import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { VisitForm } from '@/features/employer-register/components/visit-form';
import { canKeepRegister } from '@/features/employer-register/policy';
import { findEntry } from '@/features/employer-register/queries/entries';
import { findVisit } from '@/features/employer-register/queries/visits';
import { visitPhotosMost } from '@/features/employer-register/settings';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '记一次走访' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ correct?: string }>;
}

export default async function VisitPage({ params, searchParams }: Props) {
  const [{ id }, { correct }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/register/${id}/visit`);
  const entry = await findEntry(ctx, id);
  if (!entry) notFound();
  authorize(canKeepRegister(ctx.actor, await organisationPath(ctx, entry.placeId)));
  const wrong = correct ? await findVisit(ctx, id, correct) : null;
  if (correct && !wrong) notFound();
  const { photosMost } = await readSettings(ctx, { photosMost: visitPhotosMost });
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '企业台账', href: '/desk/register' },
          { label: entry.name, href: `/desk/register/${id}` },
          { label: '走访' },
        ]}
      />
      <PageHead title={wrong ? '更正走访' : '记一次走访'}>{entry.name}</PageHead>
      <VisitForm
        employerId={id}
        today={todayOn(ctx.now)}
        wrong={wrong}
        photosMost={photosMost}
        stamp={newId()}
      />
    </DeskMain>
  );
}
