import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { Breadcrumbs } from '@/components/ui/tabs';
import { KeepFresh } from '@/features/desk/components/keep-fresh';
import {
  beginTakingBackAction,
  beginWritingAction,
  chooseRowsAction,
  confirmColumnsAction,
  giveUpImportAction,
} from '@/features/imports/actions';
import { ColumnsForm } from '@/features/imports/components/columns-form';
import { ImportHead } from '@/features/imports/components/import-head';
import { ImportProgress } from '@/features/imports/components/import-progress';
import { ImportReview } from '@/features/imports/components/import-review';
import { WriteForm } from '@/features/imports/components/write-form';
import { getImport, listImportRows } from '@/features/imports/queries/import-view';
import { undoPreview } from '@/features/imports/queries/undo-preview';
import { bookLabels } from '@/features/imports/rules/books';
import { reviewView } from '@/features/imports/schema/imports';
import { requireStaff } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '核对导入' };

const working = ['checking', 'writing', 'taking_back'];

export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/desk/imports/[id]'>) {
  const ctx = await requireStaff('/desk/imports');
  const at = reviewView.parse(await searchParams);
  const { id } = await params;
  const view = await notFoundOnMissing(getImport(ctx, id));
  const key = newId();
  const asksColumns = view.status === 'uploaded' || (view.status === 'ready' && at.columns === '1');
  const shows = !asksColumns && view.status !== 'checking' && view.status !== 'cancelled';
  const found = shows ? await listImportRows(ctx, id, at) : null;
  const preview = await undoPreview(ctx, view);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '导入', href: `/desk/imports?book=${view.book}` },
          { label: `${view.union} ${bookLabels[view.book]}` },
        ]}
      />
      <ImportHead view={view} at={at} now={ctx.now} />
      {asksColumns && <ColumnsForm action={confirmColumnsAction} view={view} />}
      {working.includes(view.status) && (
        <>
          <KeepFresh everyMs={1500} />
          <ImportProgress view={view} />
        </>
      )}
      {view.status === 'ready' && !asksColumns && (
        <WriteForm
          view={view}
          idempotencyKey={key}
          write={beginWritingAction}
          giveUp={giveUpImportAction}
        />
      )}
      {found && (
        <ImportReview
          {...{ view, at, preview }}
          {...found}
          choose={chooseRowsAction}
          takeBack={beginTakingBackAction}
          idempotencyKey={key}
          now={ctx.now}
        />
      )}
    </DeskMain>
  );
}
