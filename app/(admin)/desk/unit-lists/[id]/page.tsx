import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import {
  correctListLinesAction,
  handInListAction,
  remindAllNamedAction,
  remindNamedAction,
  replaceNamedAction,
  undoUnitListAction,
} from '@/features/unit-lists/actions';
import { ListResults, RemindAll } from '@/features/unit-lists/components/list-tools';
import { UnitListLines } from '@/features/unit-lists/components/unit-list-lines';
import { HandIn, UndoList } from '@/features/unit-lists/components/unit-list-review';
import { UnitListDone, UnitListHead } from '@/features/unit-lists/components/unit-list-status';
import { SwapForm } from '@/features/unit-lists/components/unit-list-swap';
import { getUnitList } from '@/features/unit-lists/queries/unit-list';
import { unitListFilter } from '@/features/unit-lists/schema/unit-list';
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
  const query = unitListFilter.parse(await searchParams);
  const { outcome, after, unanswered, swap } = query;
  const line = swap ?? query.row ?? 0;
  const from = line > 100 ? line - 1 : after;
  const list = await getUnitList(ctx, id, { outcome, unanswered, after: from });
  const form = { list, idempotencyKey: newId() };
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '单位报名', href: '/desk/unit-lists' }, { label: '名单' }]} />
      <PageHead title={list.title}>
        {list.union}，{list.session}，{sessionWhen(timedOf(list), list.now)}
      </PageHead>
      <div className="flex flex-col gap-5">
        <UnitListDone list={list} done={query.done} row={query.row} n={query.n} />
        {list.status === 'draft' ? (
          <HandIn {...form} action={handInListAction} />
        ) : (
          <UnitListHead list={list} />
        )}
        <RemindAll list={list} action={remindAllNamedAction} />
        {swap && <SwapForm {...form} rowNo={swap} action={replaceNamedAction} />}
        <UnitListLines
          list={list}
          page={{ outcome, after, unanswered }}
          actions={{ remind: remindNamedAction, correct: correctListLinesAction }}
        />
        <ListResults list={list} refused={query.export} />
        {list.status === 'submitted' && !swap && <UndoList {...form} action={undoUnitListAction} />}
      </div>
    </DeskMain>
  );
}
