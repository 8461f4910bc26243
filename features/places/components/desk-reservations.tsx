import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { PhoneField } from '@/components/forms/phone-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { isForChildren } from '@/features/bookings/rules/attendee';
import type { Kind } from '@/features/offerings/schema/offering';
import { newId } from '@/lib/ids';
import type { ReservationLine } from '../queries/reservations';
import { releaseWords } from '../rules/ledger';

interface ReservedProps {
  sessionId: string;
  kind: Kind;
  reserved: readonly ReservationLine[];
  actions: { reserve: FormAction; releasePlace: FormAction };
  now: Date;
}

function outcome(line: ReservationLine, now: Date): string {
  if (line.returnedAt && line.taken === line.capacity) return '已用';
  if (line.returnedAt) return line.taken > 0 ? `用了 ${line.taken} 个，其余已放出` : '已放出';
  const used = line.taken > 0 ? `用了 ${line.taken} 个，` : '';
  return `${used}没用的${releaseWords(line.until, now)}`;
}

function ReserveForm({ sessionId, kind, actions }: ReservedProps) {
  const forChildren = isForChildren(kind);
  return (
    <Form
      action={actions.reserve}
      idempotencyKey={newId()}
      part="reserve"
      fold={foldOf('留一个位')}
      aria-label="留一个位"
    >
      <input type="hidden" name="sessionId" value={sessionId} />
      <FieldStack>
        <TextField
          name="purpose"
          label="留给谁、为什么"
          maxLength={20}
          hint="如：困难职工子女、证件还在补。不写姓名"
        />
        <PhoneField
          name="phone"
          label="本人手机号"
          optional
          hint="填了只有他能用，会通知他来报名；不填就由您代报时用"
        />
        {forChildren && <TextField name="child" label="孩子姓名" optional maxLength={20} />}
        <TextField
          name="places"
          label="留几个"
          inputMode="numeric"
          maxLength={3}
          defaultValue="1"
        />
        <DateField
          kind="datetime-local"
          name="until"
          label="留到什么时候"
          hint="到时没用就放出，先给候补的人"
        />
        <SubmitButton variant="secondary" block={false}>
          留位
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** 留位: places set aside for somebody or something, with their end; what is over stays as a line. */
export function ReservedPlaces(props: ReservedProps) {
  const { reserved, actions, now } = props;
  return (
    <Panel title={<span id="reserved">留位</span>}>
      {reserved.length === 0 && (
        <p className="mb-3 text-ink-2">
          可以给一个人或一件事留名额，要写到什么时候。单独计数，到时自动放出。
        </p>
      )}
      {reserved.map((line) => (
        <div key={line.id} className="border-t border-line py-3 first:border-t-0 first:pt-0">
          <p>
            <b>{line.purpose}</b>
            {line.attendee && `（${line.attendee}）`}：{line.capacity} 个，{outcome(line, now)}
          </p>
          {line.returnedAt === null && line.taken < line.capacity && (
            <InlineForm
              action={actions.releasePlace}
              fields={{ carveOutId: line.id }}
              className="mt-2"
            >
              <SubmitButton small block={false} variant="secondary">
                现在放出 {line.capacity - line.taken} 个
              </SubmitButton>
            </InlineForm>
          )}
        </div>
      ))}
      <Disclosures>
        <ReserveForm {...props} />
      </Disclosures>
    </Panel>
  );
}
