import { DueDay } from '@/features/clocks/components/due-day';
import type { MyCase } from '../queries/my-cases';
import { progressOf } from '../rules/progress';
import { ApplicationTag } from './application-tag';

/** The tag supports the sentence: what happened or what to do, then by when. */
export function CaseHead({ myCase, today }: { myCase: MyCase; today: string }) {
  const { title, lede } = progressOf(myCase, today);
  return (
    <div className="mb-6">
      <ApplicationTag status={myCase.status} />
      <h1 className="mt-2">{title}</h1>
      <p className="mt-2 text-ink-2">{lede}</p>
      <DueDay clock={myCase.clock} today={today} />
      {myCase.status === 'rejected' && myCase.reason && (
        <p className="mt-2">
          <b>原因：</b>
          {myCase.reason}
        </p>
      )}
    </div>
  );
}
