import type { ReactNode } from 'react';

/** A4 paper on screen, and only the paper in print. */
export function PrintSheet({
  title,
  children,
  landscape,
}: {
  title: string;
  children: ReactNode;
  landscape?: boolean;
}) {
  return (
    <article
      className={`print-sheet mx-auto my-6 border border-line bg-white p-8 text-black print:m-0 print:max-w-none print:border-0 print:p-0 ${landscape ? 'max-w-[297mm]' : 'max-w-[210mm]'}`}
    >
      <h1 className="mb-4 text-center">{title}</h1>
      {children}
    </article>
  );
}

/** A ruled form: label cells and value cells, empty ones to write in. */
export function PrintTable({
  rows,
}: {
  rows: readonly (readonly { label: string; value?: ReactNode; span?: number }[])[];
}) {
  return (
    <table className="border-collapse text-[11pt] [&_td]:border [&_td]:border-black [&_td]:px-2 [&_td]:py-[6px] [&_th]:w-[6em] [&_th]:border [&_th]:border-black [&_th]:px-2 [&_th]:py-[6px] [&_th]:text-left [&_th]:font-normal">
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
