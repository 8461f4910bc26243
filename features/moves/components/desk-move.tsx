import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { InlineForm } from '@/components/forms/inline-form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import type { DeskBooking } from '@/features/bookings/queries/desk-booking';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { formatDateTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import {
  moveAttendeeAction,
  recordMoveAnswerAction,
  swapAttendeesAction,
  withdrawMoveRequestAction,
} from '../actions';
import type { DeskRequest } from '../queries/desk-request';
import { moveOption } from '../rules/move-options';
import { refuseDeskMove } from '../rules/move-request';
import { moveWords } from '../words';

const consents = [
  { value: 'ask', label: '发通知，请本人在手机上答复' },
  { value: 'given', label: '已当面或在电话里同意（代办）' },
];

/** Why, as the person reads it, and how they agree. */
function Consent({ both }: { both?: boolean }) {
  return (
    <>
      <TextField
        name="reason"
        label="原因"
        maxLength={100}
        hint={`${both ? '两人都' : '本人'}看得到，如：上午班人数不够`}
      />
      <RadioGroup
        name="consent"
        label={both ? '两人怎么同意' : '时间变了，本人怎么同意'}
        hint={both ? undefined : '时间不变的直接换，会通知本人'}
        options={consents}
        defaultValue="ask"
      />
      <TextField
        name="proof"
        label="怎么同意的"
        optional
        maxLength={100}
        hint={
          both
            ? '代办时必填，两人的办理记录里都看得到，如：12月1日 10 点电话，两人都同意'
            : '代办时必填，会记入办理记录，如：12月1日 10 点电话，本人同意'
        }
      />
    </>
  );
}

function Hidden({ booking }: { booking: DeskBooking }) {
  return (
    <>
      <input type="hidden" name="bookingId" value={booking.id} />
      <input type="hidden" name="version" value={booking.version} />
    </>
  );
}

function MoveForm({ booking, offering }: { booking: DeskBooking; offering: DeskOffering }) {
  const from = { ...booking, details: booking.sessionDetails };
  const options = offering.live
    .filter((s) => s.id !== booking.sessionId && s.startsAt > booking.now)
    .map((s) => moveOption(s, from, booking.now));
  return (
    <Form
      action={moveAttendeeAction}
      idempotencyKey={newId()}
      part="move"
      fold={foldOf('换到另一场')}
      aria-label="换到另一场"
    >
      <Hidden booking={booking} />
      <FieldStack>
        <RadioGroup name="sessionId" label="换到哪一场" options={options} />
        <Consent />
        <SubmitButton block={false}>换场次</SubmitButton>
      </FieldStack>
    </Form>
  );
}

function SwapForm({ booking }: { booking: DeskBooking }) {
  return (
    <Form
      action={swapAttendeesAction}
      idempotencyKey={newId()}
      part="swap"
      fold={foldOf('和另一场的人对调')}
      aria-label="和另一场的人对调"
    >
      <Hidden booking={booking} />
      <FieldStack>
        <TextField
          name="number"
          label="对方的预约号"
          maxLength={30}
          hint="在本项服务的报名名单里，如 YY26-1124-000123"
        />
        <Consent both />
        <SubmitButton block={false} variant="secondary">
          对调
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** Who is asked and has answered; what they say on the telephone is written down here. */
function OpenRequest({ request, now }: { request: DeskRequest; now: Date }) {
  const { asked, to, until, reason, isSwap } = request;
  return (
    <Panel title={isSwap ? `在问两人能不能对调到“${to}”` : `在问本人能不能换到“${to}”`}>
      <p className="text-ink-2">
        {`原因：${reason}。${formatDateTime(until, now)}前答复${isSwap ? '' : '，新场次的名额先留着'}。`}
      </p>
      {asked.map((one) => (
        <div key={one.bookingId} className="mt-3 border-t border-line pt-3">
          <p>
            <b>{one.attendee}</b> {one.number}：
            {one.agreedAt ? `${formatDateTime(one.agreedAt, now)} 已同意` : '还没答复'}
          </p>
          {!one.agreedAt && (
            <Form
              action={recordMoveAnswerAction}
              idempotencyKey={newId()}
              part={one.bookingId}
              aria-label={`代 ${one.number} 答复`}
              className="mt-2"
            >
              <input type="hidden" name="bookingId" value={one.bookingId} />
              <FieldStack>
                <RadioGroup
                  columns
                  name="answer"
                  label="本人在电话或当面的答复"
                  options={[
                    { value: 'yes', label: '同意' },
                    { value: 'no', label: '不同意' },
                  ]}
                />
                <TextField name="proof" label="怎么答复的" maxLength={100} />
                <SubmitButton small block={false} variant="secondary">
                  记下答复
                </SubmitButton>
              </FieldStack>
            </Form>
          )}
        </div>
      ))}
      <InlineForm
        action={withdrawMoveRequestAction}
        fields={{ bookingId: asked[0]?.bookingId ?? '' }}
        className="mt-4"
      >
        <SubmitButton small block={false} variant="secondary">
          不用换了，撤回
        </SubmitButton>
      </InlineForm>
    </Panel>
  );
}

interface DeskMoveProps {
  booking: DeskBooking;
  offering: DeskOffering;
  request: DeskRequest | null;
}

/** 换场次 and 对调 of one booking, or the question that stands; what cannot be says why in a line. */
export function DeskMove({ booking, offering, request }: DeskMoveProps) {
  if (request) return <OpenRequest request={request} now={booking.now} />;
  const refused = refuseDeskMove(booking, booking.now);
  const others = offering.live.filter(
    (s) => s.id !== booking.sessionId && s.startsAt > booking.now,
  );
  if (refused || others.length === 0) {
    const words = refused ? moveWords[refused] : '本项服务没有别的场次可换';
    return (
      <Panel title="换场次">
        <p className="text-ink-2">{words}。</p>
      </Panel>
    );
  }
  return (
    <Disclosures>
      <MoveForm booking={booking} offering={offering} />
      <SwapForm booking={booking} />
    </Disclosures>
  );
}
