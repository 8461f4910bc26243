import { AppLink } from '../ui/app-link';

export interface Bar {
  label: string;
  href?: string;
  /** The lists behind the single parts, in their order. */
  hrefs?: readonly (string | undefined)[];
  /** Parts from dark to light, e.g. members of new forms of work and the others. */
  /** Null where the reader may not know it. */
  parts: readonly (number | null)[];
}

const fills = ['bg-neutral', 'bg-bar-2', 'bg-line-strong'];

/** A figure that opens its list; where it counts nothing there is nothing to open. */
function Figure({ value, href }: { value: number | null | undefined; href: string | undefined }) {
  if (value === null) return <span title="不显示">＊</span>;
  if (!href || !value) return value;
  return (
    <AppLink
      href={href}
      className="inline-flex min-h-6 min-w-6 items-center justify-end text-ink underline decoration-line-strong underline-offset-4 max-lg:min-h-target"
    >
      {value}
    </AppLink>
  );
}

/** A table that draws itself: label, bar, figure. Readers get the table. */
export function BarChart({
  caption,
  heads,
  bars,
}: {
  caption: string;
  heads: readonly string[];
  bars: readonly Bar[];
}) {
  const sums = bars.map((bar) => bar.parts.reduce<number>((sum, part) => sum + (part ?? 0), 0));
  const most = Math.max(1, ...sums);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by key
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="text-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead className="text-left text-meta text-ink-3">
          <tr>
            <th scope="col" className="font-normal">
              <span className="visually-hidden">项目</span>
            </th>
            <td aria-hidden />
            {heads.map((head) => (
              <th key={head} scope="col" className="pl-3 text-right font-normal whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, row) => (
            <tr key={bar.label}>
              <th scope="row" className="w-px py-1 pr-3 text-left font-normal whitespace-nowrap">
                {bar.href ? (
                  <AppLink
                    href={bar.href}
                    className="inline-flex min-h-6 items-center text-ink no-underline max-lg:min-h-target hover:underline"
                  >
                    {bar.label}
                  </AppLink>
                ) : (
                  bar.label
                )}
              </th>
              <td aria-hidden className="py-1">
                <div className="flex h-[14px] min-w-10">
                  {bar.parts.map((part, at) => (
                    <div
                      key={heads[at]}
                      className={fills[at]}
                      style={{ width: `${(100 * (part ?? 0)) / most}%` }}
                    />
                  ))}
                </div>
              </td>
              {heads.map((head, at) => (
                <td key={head} className="w-px py-1 pl-3 text-right whitespace-nowrap">
                  <Figure
                    value={at < bar.parts.length ? bar.parts[at] : sums[row]}
                    href={at < bar.parts.length ? bar.hrefs?.[at] : bar.href}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
