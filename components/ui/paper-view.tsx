import type { Paper } from '@/lib/documents/paper';
import { PrintSheet, PrintTable } from './print-sheet';

/** A paper on screen and in print: a letter, or a form of rows. */
export function PaperView({ paper }: { paper: Paper }) {
  const { title, number, to, paragraphs, rows, signer, date } = paper;
  if (rows.length > 0)
    return (
      <PrintSheet title={title}>
        <PrintTable
          dense
          rows={rows.map((row) =>
            row.map(({ label, value }) => ({
              label,
              value: <span className="whitespace-pre-line">{value || ' '}</span>,
              span: row.length === 1 ? 3 : 1,
            })),
          )}
        />
      </PrintSheet>
    );
  return (
    <PrintSheet title={title}>
      {number && <p className="text-center text-[12pt]">{number}</p>}
      {to && <p className="mt-6 text-[14pt] leading-loose">{to}：</p>}
      {paragraphs.map((line) => (
        <p key={line} className="indent-[2em] text-[14pt] leading-loose">
          {line}
        </p>
      ))}
      <div className="mt-12 text-right text-[14pt] leading-loose">
        <p>{signer}</p>
        <p>{date}</p>
      </div>
    </PrintSheet>
  );
}
