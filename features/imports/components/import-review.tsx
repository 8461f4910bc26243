import type { FormAction } from '@/components/forms/form-state';
import type { ImportView } from '../queries/import-view';
import type { ReviewRow } from '../queries/review-list';
import type { UndoPreview } from '../queries/undo-preview';
import type { ReviewView } from '../schema/imports';
import { ReviewSide } from './review-side';
import { ReviewTable } from './review-table';
import { ReviewTabs } from './review-tabs';
import { UndoneLists, UndoPanel } from './undo-panel';

interface ImportReviewProps {
  view: ImportView;
  at: ReviewView;
  rows: readonly ReviewRow[];
  after: number | null;
  preview: UndoPreview | null;
  choose: FormAction;
  takeBack: FormAction;
  idempotencyKey: string;
  now: Date;
}

/** The rows by kind, beside them where they go and what can be taken back. */
export function ImportReview(props: ImportReviewProps) {
  const { view, at, rows, after, preview, choose, ...undo } = props;
  return (
    <>
      <ReviewTabs view={view} at={at} />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_300px]">
        <ReviewTable {...{ view, at, rows, after, choose }} />
        <div className="flex flex-col gap-4">
          <ReviewSide view={view} />
          {preview && <UndoPanel {...{ view, preview }} {...undo} />}
          {view.status === 'taken_back' && <UndoneLists view={view} />}
        </div>
      </div>
    </>
  );
}
