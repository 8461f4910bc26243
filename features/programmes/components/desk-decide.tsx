import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { Form } from '@/components/forms/form';
import { ReasonFields } from '@/components/forms/reason-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { DecideBar, DecideFold } from '@/components/ui/decide-bar';
import { Kbd } from '@/components/ui/kbd';
import { newId } from '@/lib/ids';
import { approveBookingAction, refuseBookingAction, sendBackBookingAction } from '../actions';
import type { BookingCase } from '../queries/desk-case';
import { sentBackFieldLabels, sentBackFields } from '../schema/booking';

interface BookingDecideProps {
  booking: BookingCase;
  back: string;
  next?: string;
}

const sentences = {
  sendBack: ['身份或孩子资料不全，请补充', '请补填接送人', '请说明能否全程参加'],
  refuse: ['不符合本期报名条件', '同一期已报了别的班', '多次联系未能核实'],
};

/** The same three buttons as for an application, for a booking whose place is held. */
export function BookingDecide({ booking, back, next }: BookingDecideProps) {
  const values = { bookingId: booking.id, version: booking.version, back, next };
  const hidden = Object.entries(values).map(
    ([name, value]) =>
      value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  );
  const fields = sentBackFields.map((value) => ({ value, label: sentBackFieldLabels[value] }));
  return (
    <DecideBar note="10 秒内可撤销，之后发通知">
      <Form action={approveBookingAction} id="approve" idempotencyKey={newId()} aria-label="通过">
        {hidden}
        <SubmitButton pendingText="办理中…">
          通过<Kbd>A</Kbd>
        </SubmitButton>
      </Form>
      <DecideFold
        id="send-back"
        title="退回补正"
        label={
          <>
            退回补正<Kbd>R</Kbd>
          </>
        }
      >
        <Form action={sendBackBookingAction} idempotencyKey={newId()} aria-label="退回补正">
          {hidden}
          <CheckboxGroup name="fields" label="要补正哪几项" options={fields} columns />
          <ReasonFields sentences={sentences.sendBack} hint="报名人会看到" />
          <SubmitButton block={false}>退回给报名人</SubmitButton>
        </Form>
      </DecideFold>
      <DecideFold
        id="reject"
        title="不予通过"
        danger
        label={
          <>
            不予通过<Kbd>E</Kbd>
          </>
        }
      >
        <Form action={refuseBookingAction} idempotencyKey={newId()} aria-label="不予通过">
          {hidden}
          <ReasonFields sentences={sentences.refuse} hint="报名人会看到，必须有原因" />
          <SubmitButton block={false} variant="danger">
            不予通过
          </SubmitButton>
        </Form>
      </DecideFold>
    </DecideBar>
  );
}
