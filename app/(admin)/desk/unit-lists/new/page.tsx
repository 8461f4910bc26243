import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs, Tabs } from '@/components/ui/tabs';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { lookThroughListAction } from '@/features/unit-lists/actions';
import { UnitListForm } from '@/features/unit-lists/components/unit-list-form';
import { canSubmitUnitList } from '@/features/unit-lists/policy';
import { findDraftLines, listRoster } from '@/features/unit-lists/queries/unit-list';
import { listNamingUnions, listOpenToUnits } from '@/features/unit-lists/queries/unit-lists';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '交名单' };

const ways = { paste: '粘贴', file: '上传表格', roster: '从名册勾选' } as const;

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function NewUnitListPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/unit-lists/new');
  authorize(canSubmitUnitList.anywhere(ctx.actor));
  const search = await searchParams;
  const [open, unions] = await Promise.all([listOpenToUnits(ctx), listNamingUnions(ctx)]);
  const session = open.find((s) => s.sessionId === search.session);
  const union = unions.find((u) => u.id === search.union) ?? unions[0];
  if (!session || !union) notFound();
  const by = search.by === 'file' || search.by === 'roster' ? search.by : 'paste';
  const here = `/desk/unit-lists/new?offering=${session.offeringId}&session=${session.sessionId}`;
  const tabs = Object.entries(ways).map(([key, label]) => ({
    label,
    href: `${here}&union=${union.id}&by=${key}`,
    current: key === by,
  }));
  const lines = await findDraftLines(
    ctx,
    typeof search.list === 'string' ? search.list : undefined,
  );
  const none = { people: [], whole: true };
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '单位报名', href: '/desk/unit-lists' }, { label: '交名单' }]} />
      <PageHead title={session.title}>
        {session.session}，{sessionWhen(timedOf(session), ctx.now)}，{session.place}
      </PageHead>
      <div className="flex max-w-form flex-col gap-5">
        <Tabs label="怎样报" tabs={tabs} />
        <UnitListForm
          key={`${by}:${union.id}`}
          action={lookThroughListAction}
          idempotencyKey={newId()}
          offeringId={session.offeringId}
          sessionId={session.sessionId}
          kind={session.kind}
          unions={unions}
          union={union.id}
          by={by}
          lines={lines ?? undefined}
          roster={by === 'roster' ? await listRoster(ctx, union.id) : none}
        />
      </div>
    </DeskMain>
  );
}
