import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import type { MyCase } from '../queries/my-cases';
import { personRows, workRows } from './answers';

/** What the worker sent, folded; numbers masked. */
export function SentAnswerList({ myCase }: { myCase: MyCase }) {
  const rows = [...personRows(myCase), ...workRows(myCase)];
  return (
    <Disclosures>
      <Disclosure summary="我交了什么">
        <dl>
          {rows.map((row) => (
            <div key={String(row.question)} className="py-1">
              <dt className="text-secondary text-ink-3">{row.question}</dt>
              <dd className="text-ink">{row.answer}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </Disclosures>
  );
}
