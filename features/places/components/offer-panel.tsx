import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card } from '@/components/ui/card';
import { Checks } from '@/components/ui/checks';
import { Countdown } from '@/components/ui/countdown';
import { Notice } from '@/components/ui/notice';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import type { Verdict } from '@/features/eligibility/rules/decide';
import { formatDateTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { claimOfferAction, declineOfferAction } from '../actions';
import type { Why } from '../rules/why';

interface OfferPanelProps {
  /** The union put the name on its list: nobody waited for this. */
  named: boolean;
  booking: MyBookingDetail;
  /** The conditions as they stand now; null when the child is no longer this person's. */
  verdict: Verdict | null;
}

/** A place is held: until when, whether the conditions still hold, and the one answer it wants. */
export function OfferPanel({ named, booking, verdict }: OfferPanelProps) {
  const { id, offerExpiresAt: until, now } = booking;
  if (!until || until <= now) return null;
  const lines = verdict?.checks ?? [];
  return (
    <div className="mb-6">
      <Card pad>
        <p className="text-secondary text-ink-2">名额为您留到{formatDateTime(until, now)}</p>
        <p className="my-1 text-h2 font-semibold">
          <Countdown
            until={until.getTime()}
            serverNow={now.getTime()}
            done={named ? '时间到了，名额已退回' : '时间到了，名额给下一位'}
            prefix="还剩"
          />
        </p>
        {verdict && !verdict.eligible && (
          <p className="text-error">现在有条件不符合，确认后也不能参加：</p>
        )}
        <Checks
          dense
          lines={lines.map((c) => ({ outcome: c.outcome, text: c.reason, note: c.note }))}
        />
      </Card>
      <Form action={claimOfferAction} idempotencyKey={newId()} aria-label="确认名额">
        <input type="hidden" name="bookingId" value={id} />
        <SubmitButton className="mt-4" pendingText="确认中…">
          {named ? '去' : '确认要这个名额'}
        </SubmitButton>
      </Form>
      <Form action={declineOfferAction} aria-label="放弃名额">
        <input type="hidden" name="bookingId" value={id} />
        <SubmitButton className="mt-3" variant="secondary" pendingText="正在放弃…">
          {named ? '不去' : '放弃，让给下一位'}
        </SubmitButton>
      </Form>
    </div>
  );
}

/** The desk's sentence, said to the person it is about. */
const ownWords = (words: string): string =>
  words.replace('排第', '您排第').replace(/轮到$/, '轮到您');

/** 为什么还没轮到, in the sentence the desk reads too. */
export function NotYet({ why }: { why: Why }) {
  return (
    <div className="mb-6">
      <Notice tone={why.state === 'waiting' ? 'info' : 'warning'}>
        {why.state === 'waiting' ? ownWords(why.words) : <b>{`${why.title}：`}</b>}
        {why.state !== 'waiting' && why.words}。
      </Notice>
    </div>
  );
}
