import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { handInListAction, undoUnitListAction } from '@/features/programmes/actions/unit-lists';
import { HandIn, UndoList, UnitListLines } from '@/features/programmes/components/unit-list-review';
import { UnitListStanding } from '@/features/programmes/components/unit-list-standing';
import { getUnitList } from '@/features/programmes/queries/unit-list';
import { timedOf } from '@/features/programmes/rules/meetings';
import { sessionWhen } from '@/features/programmes/rules/times';
import { unitListFilter } from '@/features/programmes/schema/unit-list';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '名单' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnitListPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/unit-lists/${id}`);
  const { outcome, after, done } = unitListFilter.parse(await searchParams);
  const list = await getUnitList(ctx, id, { outcome, after });
  const form = { list, idempotencyKey: newId() };
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '单位报名', href: '/desk/unit-lists' }, { label: '名单' }]} />
      <PageHead title={list.title}>
        {list.union}，{list.session}，{sessionWhen(timedOf(list), list.now)}
      </PageHead>
      <div className="flex flex-col gap-5">
        {done === 'handed_in' && (
          <Notice tone="success" live>
            已交。每个人都会收到通知，请他们在时限内确认。
          </Notice>
        )}
        {list.status === 'draft' ? (
          <HandIn {...form} action={handInListAction} />
        ) : (
          <UnitListStanding list={list} />
        )}
        <UnitListLines list={list} outcome={outcome} />
        {list.status === 'submitted' && <UndoList {...form} action={undoUnitListAction} />}
      </div>
    </DeskMain>
  );
}
