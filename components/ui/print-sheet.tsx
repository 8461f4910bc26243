import type { ReactNode } from 'react';
import { cx } from './cx';

interface PrintSheetProps {
  title: string;
  children: ReactNode;
  /** A poster narrows with the screen; a form keeps its columns and is shown half as large on a phone. */
  poster?: boolean;
  /** A poster on A3: the same sheet, drawn larger. */
  large?: boolean;
  /** The page around it has no heading of its own. */
  alone?: boolean;
}

/** A4 paper on screen, and only the paper in print. */
export function PrintSheet({ title, children, poster, large, alone }: PrintSheetProps) {
  const Heading = alone ? 'h1' : 'h2';
  return (
    <PaperFrame label={title} fixed={!poster}>
      <article
        className={cx(
          'print-sheet mx-auto my-6 max-w-[210mm] border border-line bg-white p-8 text-black print:m-0 print:max-w-none print:border-0 print:p-0',
          large && 'print-a3',
          poster ? 'print-poster' : 'min-w-[640px] max-sm:[zoom:0.5] print:min-w-0 print:[zoom:1]',
        )}
      >
        <Heading
          className={cx('mb-4 text-center', poster ? 'text-[26pt] leading-tight' : 'text-h1')}
        >
          {title}
        </Heading>
        {children}
      </article>
    </PaperFrame>
  );
}

/** Paper keeps its width; on a phone it is read by scrolling sideways, by keyboard too. */
export function PaperFrame({
  label,
  fixed = true,
  children,
}: {
  label: string;
  fixed?: boolean;
  children: ReactNode;
}) {
  if (!fixed) return children;
  return (
    <section
      aria-label={`${label}，预览`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take the focus
      tabIndex={0}
      className="overflow-x-auto break-after-page last:break-after-auto print:overflow-visible"
    >
      {children}
    </section>
  );
}

const cells =
  'border-collapse [&_td]:border [&_td]:border-black [&_td]:px-2 [&_th]:border [&_th]:border-black [&_th]:px-2 [&_th]:text-left [&_th]:font-normal';
const wide = 'text-[11pt] [&_td]:py-[6px] [&_th]:w-[6em] [&_th]:py-[6px]';
const close =
  'w-full table-fixed text-[10.5pt] leading-snug [&_td]:py-[4px] [&_th]:w-[8.5em] [&_th]:py-[4px]';

/** A ruled form: label cells and value cells, empty ones to write in. */
export function PrintTable({
  rows,
  dense,
}: {
  rows: readonly (readonly { label: string; value?: ReactNode; span?: number }[])[];
  /** Many rows that belong on one sheet. */
  dense?: boolean;
}) {
  return (
    <table className={cx(cells, dense ? close : wide)}>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell) => (
              <PrintCell key={cell.label} {...cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PrintCell({ label, value, span }: { label: string; value?: ReactNode; span?: number }) {
  return (
    <>
      <th scope="row">{label}</th>
      <td colSpan={span}>{value ?? ' '}</td>
    </>
  );
}
