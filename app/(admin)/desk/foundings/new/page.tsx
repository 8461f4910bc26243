import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { findEntry } from '@/features/employer-register/queries/entries';
import { BeginForm } from '@/features/founding/components/begin-form';
import { canPrepareFounding } from '@/features/founding/policy';
import { findOpenFounding, listParents } from '@/features/founding/queries/foundings';
import { committeeBar } from '@/features/founding/settings';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '开始建会' };

interface Props {
  searchParams: Promise<{ employer?: string | string[] }>;
}

export default async function NewFoundingPage({ searchParams }: Props) {
  const { employer } = await searchParams;
  const ctx = await requireStaff('/desk/register');
  authorize(canPrepareFounding.anywhere(ctx.actor));
  const entry = typeof employer === 'string' ? await findEntry(ctx, employer) : null;
  if (!entry || entry.status === 'founded' || entry.status === 'ended') notFound();
  authorize(canPrepareFounding(ctx.actor, await organisationPath(ctx, entry.placeId)));
  const open = await findOpenFounding(ctx, entry.id);
  if (open) redirect(`/desk/foundings/${open}`);
  const { bar } = await readSettings(ctx, { bar: committeeBar });
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '企业台账', href: '/desk/register' },
          { label: entry.name, href: `/desk/register/${entry.id}` },
          { label: '开始建会' },
        ]}
      />
      <PageHead title="开始建会">{entry.name}</PageHead>
      <BeginForm
        employer={entry}
        parents={await listParents(ctx, entry.placeId)}
        bar={bar}
        stamp={newId()}
      />
    </DeskMain>
  );
}
