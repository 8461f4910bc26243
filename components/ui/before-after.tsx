import { cx } from './cx';

export interface BeforeAfterRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The characters that another text of the same length has not, so that one wrong digit is seen at once. */
function Marked({ text, other }: { text: string; other: string }) {
  const [mine, theirs] = [[...text], [...other]];
  if (mine.length !== theirs.length || text === other) return text;
  return mine.map((one, at) =>
    one === theirs[at] ? (
      one
    ) : (
      <mark key={at} className="rounded-[2px] bg-warning-50 px-[1px] font-semibold text-inherit">
        {one}
      </mark>
    ),
  );
}

interface BeforeAfterProps {
  rows: readonly BeforeAfterRow[];
  /** Over the two columns: 现在登记, 改成. */
  heads: { readonly before: string; readonly after: string };
  className?: string;
}

const value = 'min-w-0 break-all';

/** What stands and what it becomes, side by side; under each other where a number would not fit. */
export function BeforeAfter({ rows, heads, className }: BeforeAfterProps) {
  return (
    <dl className={cx('rows rounded-card border border-line bg-surface', className)}>
      {rows.map((row) => (
        // Nothing between a group and its terms: a reader counts them so.
        <div
          key={row.label}
          className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,10.5em),1fr))] gap-x-4 gap-y-1 px-4 py-3"
        >
          <dt className="col-span-full font-semibold">{row.label}</dt>
          <dd className={value}>
            <span className="block text-meta text-ink-3">{heads.before}</span>
            <Marked text={row.before} other={row.after} />
          </dd>
          <dd className={value}>
            <span className="block text-meta text-ink-3">{heads.after}</span>
            <Marked text={row.after} other={row.before} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
