import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { formatDateTime } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { ImportView } from '../queries/import-view';
import type { UndoPreview } from '../queries/undo-preview';
import { bookSays } from '../rules/book-says';
import { reasonWords } from '../rules/import-words';
import { reviewHref } from '../rules/review-href';

const bold = (n: number) => <b>{formatCount(n)}</b>;

const stayWords = (book: ImportView['book'], { stays }: UndoPreview) =>
  stays
    .map(({ reason, rows }) => `${formatCount(rows)} ${bookSays[book].each}${reasonWords[reason]}`)
    .join('，');

interface UndoPanelProps {
  view: ImportView;
  preview: UndoPreview;
  idempotencyKey: string;
  takeBack: FormAction;
  now: Date;
}

/** What taking it back would come to at this moment, and the button. */
export function UndoPanel({ view, preview, idempotencyKey, takeBack, now }: UndoPanelProps) {
  const { back, stays } = preview;
  const stay = stays.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <Panel title="还能撤销">
      <p className="mb-2 text-ink-2">
        {view.undoUntil && `${formatDateTime(view.undoUntil, now)}前可以撤销。有人动过的不收回。`}
      </p>
      <FactList
        facts={[
          { label: '收回', value: bold(back) },
          {
            label: stay > 0 ? `留下：${stayWords(view.book, preview)}` : '留下',
            value: bold(stay),
          },
        ]}
      />
      {back > 0 && (
        <InlineForm
          action={takeBack}
          fields={{ importId: view.id, idempotencyKey }}
          className="mt-3"
        >
          <SubmitButton variant="danger" block={false} pendingText="开始撤销…">
            {`撤销，收回 ${formatCount(back)} 行`}
          </SubmitButton>
        </InlineForm>
      )}
    </Panel>
  );
}

/** The three lists of an undo that is over, each open to its rows. */
export function UndoneLists({ view }: { view: ImportView }) {
  const { taken_back: back, stayed, failed } = view.states;
  const link = (kind: string, label: string) => (
    <TextLink href={reviewHref(view.id, { kind })}>{label}</TextLink>
  );
  return (
    <Panel title="撤销的结果">
      <ul className="flex flex-col gap-1">
        <li>{link('taken_back', `收回 ${formatCount(back)} 行`)}</li>
        <li>{link('stayed', `留下 ${formatCount(stayed)} 行，每行写着原因`)}</li>
        <li>{link('failed', `收不回 ${formatCount(failed)} 行`)}</li>
      </ul>
      <p className="mt-2 text-ink-2">改好的表格现在就可以再传。</p>
    </Panel>
  );
}
