import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { BesideDemo } from '@/features/configuration/components/beside-demo';
import { FirstStepsList } from '@/features/configuration/components/first-steps-list';
import { canConfigure } from '@/features/configuration/policy';
import { readInstallFacts } from '@/features/configuration/queries/install-facts';
import { firstSteps } from '@/features/configuration/rules/first-steps';
import { stepPlaces } from '@/features/configuration/rules/step-places';
import { demoAddress } from '@/features/configuration/settings';
import { managedKinds } from '@/features/offerings/queries/desk-scope';
import { canManageEmployers, canManageOrganisations } from '@/features/organisations/policy';
import { requireStaff } from '@/lib/auth/session';
import { readPortal } from '@/lib/portal/portal';
import { readSettings } from '@/lib/settings';

export const metadata: Metadata = { title: '开始使用' };

export default async function FirstStepsPage() {
  const ctx = await requireStaff('/desk/first-steps');
  if (!canConfigure.anywhere(ctx.actor)) notFound();
  const [facts, { townWord }, { address }] = await Promise.all([
    readInstallFacts(ctx),
    readPortal(),
    readSettings(ctx, { address: demoAddress }),
  ]);
  const places = stepPlaces(facts, {
    tree: canManageOrganisations.anywhere(ctx.actor),
    employers: canManageEmployers.anywhere(ctx.actor),
    offerings: managedKinds(ctx.actor).length > 0,
  });
  return (
    <DeskMain>
      <PageHead title="开始使用">
        照着做一遍就能请职工来。每一步打开要填的那一页；填好了自己打勾，不用回来点。
      </PageHead>
      <FirstStepsList steps={firstSteps(facts, townWord)} places={places} />
      <BesideDemo address={address} />
    </DeskMain>
  );
}
