import type { ReactNode } from 'react';
import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhoneField } from '@/components/forms/phone-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { MOST_WITH_FILES } from '@/components/forms/too-large';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { timedOf } from '@/features/offerings/rules/meetings';
import { seatsLeft } from '@/features/offerings/rules/offering';
import { sessionLabel } from '@/features/offerings/rules/session-words';
import { sessionWhen } from '@/features/offerings/rules/times';
import type { ReservationLine } from '@/features/places/queries/reservations';
import { QuestionFields } from '@/features/questions/components/question-fields';
import { newId } from '@/lib/ids';
import { bookForAction, findForBookingAction } from '../actions';
import type { BookForScreen } from '../queries/book-for-screen';

const proofs = [
  { value: 'code', label: '发验证码到本人手机，请本人念给您' },
  { value: 'reason', label: '不发验证码，写明怎么确认的（如电话核对了证件后四位）' },
];

/** First step of 代办: whose phone, and how it is known that they want it. */
export function FindForBookingForm({ offeringId }: { offeringId: string }) {
  return (
    <Form action={findForBookingAction}>
      <input type="hidden" name="offeringId" value={offeringId} />
      <FieldStack>
        <PhoneField
          name="phone"
          label="本人的手机号"
          hint="给孩子报名，填家长的手机号。要先登录过本系统。"
          autoComplete="off"
        />
        <RadioGroup name="proof" label="怎么确认是本人要报" options={proofs} defaultValue="code" />
        <SubmitButton block={false}>下一步</SubmitButton>
      </FieldStack>
    </Form>
  );
}

function sessionOptionsOf({ live, now }: DeskOffering) {
  return live
    .filter((s) => s.startsAt > now)
    .map((s) => {
      const left = s.waiting > 0 ? 0 : seatsLeft(s);
      const places = left > 0 ? `剩 ${left} 个名额` : `已满，报了排候补（${s.waiting} 人在排）`;
      return {
        value: s.id,
        label: `${s.title}，${sessionWhen(timedOf(s), now)}`,
        hint: `${s.place}，${places}`,
      };
    });
}

/** Places reserved for a purpose that the desk may give, with their session. */
function ReservedField({
  offering,
  reserved,
}: {
  offering: DeskOffering;
  reserved: readonly ReservationLine[];
}) {
  const free = reserved.filter((r) => !r.attendee && !r.returnedAt && r.taken < r.capacity);
  if (free.length === 0) return null;
  const options = free.flatMap((r) => {
    const session = offering.live.find((s) => s.id === r.sessionId);
    if (!session) return [];
    const name = sessionLabel(session, offering.live, offering.now);
    return [{ value: r.id, label: `${name}：${r.purpose}，还有 ${r.capacity - r.taken} 个` }];
  });
  return (
    <SelectField
      name="carveOutId"
      label="用留位"
      optional
      placeholder="不用留位"
      options={options}
      hint="要和上面选的场次一致"
    />
  );
}

interface BookForProps {
  offering: DeskOffering;
  screen: BookForScreen;
  reserved: readonly ReservationLine[];
  to: string;
  proof: 'code' | 'reason';
  /** What this kind of service asks of its own: pick-up people, health notes, a separate consent. */
  children: ReactNode;
}

/** Second step: everything the person would fill in themselves, and how it is known that they want it. */
export function BookForForm({ offering, screen, reserved, to, proof, children }: BookForProps) {
  const { attendees, form } = screen;
  return (
    <>
      <Notice tone="info" icon="user" className="mb-4">
        {`正在为 ${screen.maskedPhone} 代办。条件和本人报名一样；提交后本人会收到短信。`}
      </Notice>
      <Form
        isPrivate
        action={bookForAction}
        idempotencyKey={newId()}
        maxBytes={MOST_WITH_FILES}
        aria-label="代办报名"
      >
        <input type="hidden" name="offeringId" value={offering.id} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="proof" value={proof} />
        <input type="hidden" name="formVersion" value={form.version} />
        <FieldStack>
          <RadioGroup
            name="who"
            label="给谁报名"
            options={attendees}
            defaultValue={attendees.length === 1 ? attendees[0]?.value : undefined}
          />
          <RadioGroup name="sessionId" label="报哪一场" options={sessionOptionsOf(offering)} />
          <ReservedField offering={offering} reserved={reserved} />
        </FieldStack>
        {form.questions.length > 0 && (
          <Section title="报名问题，请念给本人听">
            <QuestionFields questions={form.questions} values={{}} />
          </Section>
        )}
        {children}
        <Section title="本人同意">
          {proof === 'code' ? (
            <CodeField name="code" label="本人收到的验证码" below="6 位数字，10 分钟内有效。" />
          ) : (
            <TextField
              name="reason"
              label="怎么确认是本人要报"
              maxLength={100}
              hint="会记入办理记录，如：12月1日来电，核对了证件后四位"
            />
          )}
          <SubmitButton block={false} className="mt-4">
            代他报名
          </SubmitButton>
        </Section>
      </Form>
    </>
  );
}
