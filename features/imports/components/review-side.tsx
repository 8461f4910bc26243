import { Panel } from '@/components/ui/card';
import { FactList } from '@/components/ui/cell-list';
import { type CheckLine, Checks } from '@/components/ui/checks';
import { formatCount } from '@/lib/format';
import type { ImportView } from '../queries/import-view';
import { bookSays } from '../rules/book-says';

const line = (outcome: CheckLine['outcome'], text: string): CheckLine => ({ outcome, text });

/** What was found in the file, and what was left out of it. */
function notesOf({ notes, mass }: ImportView): CheckLine[] {
  const { headingRow, hiddenRows, hiddenColumns, hiddenSheets } = notes;
  return [
    line(
      'pass',
      headingRow > 1
        ? `前 ${headingRow - 1} 行是标题，从第 ${headingRow + 1} 行读起`
        : '第 1 行是栏名',
    ),
    mass
      ? line('warn', `“${mass.label}”改了 ${formatCount(mass.changed)} 行，占 ${mass.percent}%`)
      : line('pass', '没有哪一栏改了很多行'),
    ...(hiddenRows > 0 ? [line('warn', `隐藏的 ${hiddenRows} 行没有读`)] : []),
    ...(hiddenColumns > 0 ? [line('warn', `隐藏的 ${hiddenColumns} 栏没有读`)] : []),
    ...(hiddenSheets > 0 ? [line('warn', `有 ${hiddenSheets} 张隐藏的表，没有读`)] : []),
  ];
}

/** Where the rows of the file go, and how it was read. */
export function ReviewSide({ view }: { view: ImportView }) {
  const { kinds, chosen, notes } = view;
  const skipped = notes.rows - chosen.made - chosen.changed - kinds.same;
  const count = (label: string, n: number) => ({ label, value: <b>{formatCount(n)}</b> });
  return (
    <div className="flex flex-col gap-4">
      <Panel title={`${formatCount(notes.rows)} 行去哪里`}>
        <FactList
          className="-mx-4 -mb-4 !border-0"
          facts={[
            count(`${bookSays[view.book].fresh}，写入`, chosen.made),
            count('更新，写入', chosen.changed),
            count('冲突、错误、两次，先跳过', skipped),
            count('不变', kinds.same),
          ]}
        />
      </Panel>
      <Panel title="读这张表">
        <Checks lines={notesOf(view)} dense />
      </Panel>
    </div>
  );
}
