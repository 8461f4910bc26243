import { BeforeAfter } from '@/components/ui/before-after';
import type { Corrections } from '../rules/corrections';

/** Old and new of what was asked to be corrected, before anything else is read again. */
export function Corrected({ rows, unchanged }: Corrections) {
  return (
    <section className="mb-4">
      <h2>补正前后</h2>
      {rows.length > 0 && (
        <BeforeAfter className="mt-1" rows={rows} heads={{ before: '退回前', after: '补正后' }} />
      )}
      {unchanged.length > 0 && (
        <p className="mt-1 text-warning">{`要求核对、本人没有改：${unchanged.join('、')}`}</p>
      )}
    </section>
  );
}
