import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { EntryForm } from '@/features/employer-register/components/entry-form';
import { canKeepRegister } from '@/features/employer-register/policy';
import { listKeepers } from '@/features/employer-register/queries/keepers';
import { listTownsBelow } from '@/features/organisations/queries/find-unions';
import { getFederation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '登记企业' };

export default async function NewEntryPage() {
  const ctx = await requireStaff('/desk/register/new');
  authorize(canKeepRegister.anywhere(ctx.actor));
  const places = canKeepRegister.organisationsOf(ctx.actor);
  const towns = await listTownsBelow(ctx, places);
  const federation = await getFederation(ctx);
  const mayBeNone = places.includes(federation.id);
  const at = towns.map(({ id }) => id);
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '企业台账', href: '/desk/register' }, { label: '登记' }]} />
      <PageHead title="登记企业" />
      <EntryForm
        towns={towns}
        mayBeNone={mayBeNone}
        keepers={await listKeepers(ctx, mayBeNone ? [...at, federation.id] : at)}
        self={accountOf(ctx.actor) ?? ''}
        today={todayOn(ctx.now)}
        stamp={newId()}
      />
    </DeskMain>
  );
}
