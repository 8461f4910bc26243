import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { managedKinds } from '@/features/offerings/queries/desk-scope';
import { listConditionChoices, listOrganisers } from '@/features/offerings/queries/form-choices';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import { PlanStart } from '@/features/planning/components/plan-start';
import { listEarlierRounds } from '@/features/planning/queries/plan-start';
import { createOfferingAction } from '@/features/scheduling/actions';
import { OfferingForm } from '@/features/scheduling/components/desk-offering-form';
import { defaultsOf } from '@/features/scheduling/rules/offering-defaults';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';
import { KindFields } from '../kind-fields';

export const metadata: Metadata = { title: '新建服务' };

type Search = Promise<{ kind?: string }>;

export default async function NewOfferingPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/offerings/new');
  const kinds = managedKinds(ctx.actor);
  authorize(kinds.length > 0);
  const { kind: asked } = await searchParams;
  const kind = kinds.find((k) => k === asked);
  const [choices, organisers] = await Promise.all([
    listConditionChoices(ctx),
    kind ? listOrganisers(ctx, kind) : [],
  ]);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '服务与活动', href: '/desk/offerings' }, { label: '新建服务' }]}
      />
      <PageHead title={kind ? `新建${offeringKindLabels[kind]}` : '新建服务'}>
        {kind ? '先存成草稿，加好场次再发布。' : '三步：选样板或上一期，填一张表，核对发布。'}
      </PageHead>
      {kind ? (
        <div className="max-w-[720px]">
          <OfferingForm
            action={createOfferingAction}
            kind={kind}
            values={defaultsOf(kind)}
            choices={choices}
            organisers={organisers}
            idempotencyKey={newId()}
            backHref="/desk/offerings"
          >
            <KindFields kind={kind} />
          </OfferingForm>
        </div>
      ) : (
        <PlanStart kinds={kinds} rounds={await listEarlierRounds(ctx)} now={ctx.now} />
      )}
    </DeskMain>
  );
}
