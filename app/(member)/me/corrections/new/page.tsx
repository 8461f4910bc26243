import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { CorrectionForm } from '@/features/corrections/components/correction-form';
import { getCorrectionForm } from '@/features/corrections/queries/my-corrections';
import { newQuery } from '@/features/corrections/schema';
import { requireFreshMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '更正资料' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function NewCorrectionPage({ searchParams }: { searchParams: Search }) {
  const { who, type } = newQuery.parse(await searchParams);
  const ctx = await requireFreshMember(`/me/corrections/new?who=${who}`);
  const form = await notFoundOnMissing(getCorrectionForm(ctx, who));
  if (!form) redirect('/me/corrections');
  if (form.waitingId) redirect(`/me/corrections/${form.waitingId}`);
  return (
    <FlowPage backHref="/me/corrections" backLabel="资料更正">
      <PageHead title={`更正${form.now.name}的资料`}>只改填错的，别的不用动。</PageHead>
      <CorrectionForm form={form} other={type === 'other'} today={todayOn(ctx.now)} />
    </FlowPage>
  );
}
