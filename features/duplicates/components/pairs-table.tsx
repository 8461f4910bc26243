import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import type { PairLine, PairSide } from '../queries/list-pairs';
import { clauseWords, likelyWords, veryLikelyFrom } from '../rules/labels';
import type { DuplicatesView } from '../schema/duplicates';

function Side({ side }: { side: PairSide }) {
  return (
    <>
      <span className="font-semibold">{side.name}</span>
      {side.more && <span className="block text-meta text-ink-3">{side.more}</span>}
    </>
  );
}

const emptyWords = {
  open: { title: '没有疑似重复', text: '系统每天夜里查一遍，找到的会列在这里。' },
  different: { title: '还没有', text: '看过、不是同一个的列在这里，资料没变就不再提示。' },
  merged: { title: '还没有合并过', text: '合并过的列在这里，随时可以拆开。' },
} as const;

const columnsOf = ({ kind, status }: DuplicatesView): Column<PairLine>[] => [
  { head: '记录一', cell: ({ a }) => <Side side={a} />, wide: true },
  { head: '记录二', cell: ({ b }) => <Side side={b} />, wide: true },
  {
    head: '为什么',
    cell: (line) => line.clauses.map((clause) => clauseWords(clause, kind)).join('、'),
    wide: true,
  },
  status === 'different'
    ? { head: '怎么看出的', cell: (line) => line.reason ?? '', wide: true }
    : {
        head: '可能',
        cell: ({ points }) => (
          <Tag tone={points >= veryLikelyFrom ? 'warning' : 'neutral'}>{likelyWords(points)}</Tag>
        ),
        className: 'whitespace-nowrap',
      },
  {
    head: '怎么办',
    cell: (line) => (
      <AppLink
        className="link"
        href={
          line.mergeId ? `/desk/duplicates/merges/${line.mergeId}` : `/desk/duplicates/${line.id}`
        }
      >
        {status === 'open' ? '核对' : '查看'}
      </AppLink>
    ),
    className: 'whitespace-nowrap',
  },
];

/** Where the list stands, as an address. */
export function duplicatesHref({ kind, status }: DuplicatesView, after?: string | null): string {
  const query = new URLSearchParams({ kind, status, ...(after && { after }) });
  return `/desk/duplicates?${query}`;
}

/** Pairs that may be one, or were decided: both sides, why, and the way to the pair. */
export function PairsTable({
  lines,
  view,
  after,
}: {
  lines: readonly PairLine[];
  view: DuplicatesView;
  after: string | null;
}) {
  const { title, text } = emptyWords[view.status];
  return (
    <DataTable
      caption="疑似重复"
      columns={columnsOf(view)}
      rows={lines}
      keyOf={({ id }) => id}
      empty={
        <EmptyState icon="check-circle" title={title}>
          {text}
        </EmptyState>
      }
      foot={
        (view.after || after) && (
          <Pagination
            previousHref={view.after ? duplicatesHref(view) : null}
            nextHref={after === null ? null : duplicatesHref(view, after)}
          />
        )
      }
    />
  );
}
