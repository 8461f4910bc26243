import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { closeVenueAction, reopenVenueAction } from '../actions';
import type { VenueRow } from '../queries/venues';

const said: Record<string, string> = {
  added: '已登记，排场次时就能选',
  changed: '已保存',
  closed: '已停用，排场次时不再出现',
  reopened: '已重新启用',
};

/** What the last step did. */
export function VenueDone({ done }: { done: string | undefined }) {
  const words = done && said[done];
  return words ? (
    <Notice tone="success" live className="mb-4">
      {words}。
    </Notice>
  ) : null;
}

/** Takes a place off the register, folded away; what still stands in the way is said first. */
export function CloseVenueForm({ venue }: { venue: VenueRow }) {
  if (venue.coming > 0) {
    return (
      <Notice>
        还有 {venue.coming}{' '}
        场要在这里办：改了地址，会员马上看到新的。搬了家请到场次里换地点，会通知已预约的人。全部换走或办完后才能停用。
      </Notice>
    );
  }
  return (
    <Disclosures>
      <Form action={closeVenueAction} part="close" fold={foldOf('停用这个地点')}>
        <input type="hidden" name="venueId" value={venue.id} />
        <input type="hidden" name="version" value={venue.version} />
        <TextField
          name="reason"
          label="为什么停用"
          hint="如：装修、不再租用。办过的场次不受影响"
          maxLength={100}
          className="mb-4"
        />
        <SubmitButton variant="danger" block={false}>
          停用
        </SubmitButton>
      </Form>
    </Disclosures>
  );
}

/** A closed place: why, and the way back. */
export function ReopenVenueForm({ venue }: { venue: VenueRow }) {
  return (
    <Form action={reopenVenueAction} className="max-w-form">
      <Notice tone="warning" className="mb-4">
        已停用：{venue.closedReason}
      </Notice>
      <input type="hidden" name="venueId" value={venue.id} />
      <input type="hidden" name="version" value={venue.version} />
      <SubmitButton block={false}>重新启用</SubmitButton>
    </Form>
  );
}
