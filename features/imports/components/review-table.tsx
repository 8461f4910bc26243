import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import type { ImportView } from '../queries/import-view';
import type { ReviewRow } from '../queries/review-list';
import { bookSays } from '../rules/book-says';
import { choiceWord, kindWords, reasonWords, rowStateWords } from '../rules/import-words';
import { reviewHref } from '../rules/review-href';
import type { ReviewView } from '../schema/imports';

interface ReviewTableProps {
  view: ImportView;
  rows: readonly ReviewRow[];
  after: number | null;
  at: ReviewView;
  choose: FormAction;
}

function Changes({ row }: { row: ReviewRow }) {
  const { changes, words } = row.details;
  return (
    <>
      {changes.map(({ field, label, before, after }) => (
        <div key={field}>
          <span className="mr-2 text-ink-2">{label}</span>
          <del className="text-ink-3">{before || '（空）'}</del>
          <span aria-hidden> → </span>
          <ins className="font-semibold no-underline">{after}</ins>
        </div>
      ))}
      {words.map((word) => (
        <div key={word} className={changes.length > 0 ? 'text-ink-2' : undefined}>
          {word}
        </div>
      ))}
      {row.reason && <div className="text-ink-2">{reasonWords[row.reason] ?? row.reason}</div>}
    </>
  );
}

function Choice({ row, view }: { row: ReviewRow; view: ImportView }) {
  const { choices, subjectId } = row.details;
  if (row.kind === 'absent' && subjectId) {
    const { href, see } = bookSays[view.book];
    return <TextLink href={`${href}${subjectId}`}>{see}</TextLink>;
  }
  if (view.status !== 'ready') return rowStateWords[row.state];
  if (row.kind === 'error')
    return <TextLink href={`/desk/imports/${view.id}/rows/${row.id}`}>在这里改</TextLink>;
  if (choices.length < 2) return '先不写';
  return (
    <select
      name="choices"
      aria-label={`第 ${row.rowNo} 行怎么办`}
      defaultValue={`${row.id}~${row.choice}`}
      className="input"
    >
      {choices.map((choice) => (
        <option key={choice} value={`${row.id}~${choice}`}>
          {choiceWord(choice, choices)}
        </option>
      ))}
    </select>
  );
}

/** On a phone it stands alone above its row. */
function RowNumber({ rowNo }: { rowNo: number | null }) {
  if (rowNo === null) return '—';
  return (
    <>
      <span className="lg:hidden">第 </span>
      {rowNo}
      <span className="lg:hidden"> 行</span>
    </>
  );
}

const columnsOf = (view: ImportView): Column<ReviewRow>[] => [
  { head: '行', cell: (row) => <RowNumber rowNo={row.rowNo} />, right: true },
  {
    head: bookSays[view.book].head,
    cell: (row) => (
      <>
        <span className="font-semibold">{row.details.name}</span>
        <span className="block text-meta text-ink-3">{row.details.number}</span>
      </>
    ),
    wide: true,
  },
  { head: '结果', cell: (row) => kindWords[row.kind], className: 'whitespace-nowrap' },
  { head: '改什么，错在哪', cell: (row) => <Changes row={row} />, wide: true },
  { head: '怎么办', cell: (row) => <Choice row={row} view={view} />, wide: true },
];

function Rows({ view, rows, after, at }: Omit<ReviewTableProps, 'choose'>) {
  const open = view.status === 'ready';
  return (
    <DataTable
      caption="核对结果"
      columns={columnsOf(view)}
      rows={rows}
      keyOf={(row) => row.id}
      empty={<EmptyState icon="check-circle" title="这一类没有行" />}
      foot={
        <>
          <span>{open ? '这张单子就是写入的内容，写入前每行再核一遍' : ''}</span>
          <Pagination
            previousHref={at.after ? reviewHref(view.id, { kind: at.kind }) : null}
            nextHref={after === null ? null : reviewHref(view.id, { kind: at.kind, after })}
          />
        </>
      }
    />
  );
}

/** The rows of one kind; while the review is open, with what becomes of each. */
export function ReviewTable({ choose, ...props }: ReviewTableProps) {
  const { view, rows, at } = props;
  const asks = view.status === 'ready' && rows.some(({ details }) => details.choices.length > 1);
  if (!asks) return <Rows {...props} />;
  return (
    <Form action={choose} aria-label="怎么办">
      <input type="hidden" name="importId" value={view.id} />
      <input type="hidden" name="kind" value={at.kind ?? ''} />
      <input type="hidden" name="after" value={at.after} />
      <Rows {...props} />
      <div className="mt-3">
        <SubmitButton variant="secondary" block={false} pendingText="保存…">
          保存这一页的选择
        </SubmitButton>
      </div>
    </Form>
  );
}
