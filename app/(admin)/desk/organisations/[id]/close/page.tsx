import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CloseOrganisationForm } from '@/features/lifecycle/components/close-organisation-form';
import { ClosingList } from '@/features/lifecycle/components/closing-list';
import { readClosing } from '@/features/lifecycle/queries/closing-screen';
import { OrganisationFrame } from '@/features/organisations/components/organisation-frame';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '撤并组织' };

export default async function CloseOrganisationPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/organisations/${id}/close`);
  const screen = await readClosing(ctx, id);
  if (!screen) notFound();
  return (
    <OrganisationFrame organisation={screen.organisation} doing="撤并组织">
      <ClosingList lines={screen.lines} />
      <CloseOrganisationForm screen={screen} today={todayOn(ctx.now)} />
    </OrganisationFrame>
  );
}
