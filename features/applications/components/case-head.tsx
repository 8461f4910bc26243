import { StatusTag } from '@/components/ui/status-tag';
import type { MyCase } from '../queries/my-cases';
import { progressOf } from '../rules/progress';
import { statusLabels } from '../rules/transitions';

/** The tag supports the sentence: what happened or what to do, then by when. */
export function CaseHead({ myCase, today }: { myCase: MyCase; today: string }) {
  const { title, lede } = progressOf(myCase, today);
  return (
    <div className="mb-6">
      <StatusTag word={statusLabels[myCase.status]} />
      <h1 className="mt-2">{title}</h1>
      <p className="mt-2 text-ink-2">{lede}</p>
      {myCase.status === 'rejected' && myCase.reason && (
        <p className="mt-2">
          <b>原因：</b>
          {myCase.reason}
        </p>
      )}
    </div>
  );
}
