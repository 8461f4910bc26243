import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { InlineForm } from '@/components/forms/inline-form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { formatDayRange } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { endDeputyAction, nameDeputyAction } from '../actions';
import type { Colleague, Deputyship } from '../queries/deputies';

interface ListProps {
  deputyships: readonly Deputyship[];
  /** YYYY-MM-DD */
  today: string;
}

const daysOf = (one: Deputyship, today: string) =>
  `${formatDayRange(one.starts_on, one.ends_on, today)}${one.starts_on > today ? '（还没开始）' : ''}`;

const row = 'flex flex-wrap items-center justify-between gap-3 px-4 py-3';

/** Who acts for this officer, each to be taken back at once. */
export function Lent({ deputyships, today }: ListProps) {
  if (deputyships.length === 0) {
    return (
      <p className="text-ink-2">还没有请人代办。不在的时候，您的待办只有同级和上级的同事能办。</p>
    );
  }
  return (
    <ul className="rows rounded-card border border-line bg-surface">
      {deputyships.map((one) => (
        <li key={one.id} className={row}>
          <span>
            <b>{one.deputy}</b> 代办，{daysOf(one, today)}
            <span className="block text-meta text-ink-3">{one.reason}</span>
          </span>
          <InlineForm action={endDeputyAction} fields={{ deputyshipId: one.id }}>
            <SubmitButton variant="danger" small block={false} pendingText="收回中…">
              收回
            </SubmitButton>
          </InlineForm>
        </li>
      ))}
    </ul>
  );
}

/** For whom this officer acts. */
export function Borrowed({ deputyships, today }: ListProps) {
  return (
    <ul className="rows rounded-card border border-line bg-surface">
      {deputyships.map((one) => (
        <li key={one.id} className={row}>
          <span>
            代 <b>{one.officer}</b> 办理，{daysOf(one, today)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Who, from when to when, and why. */
export function DeputyForm({
  colleagues,
  today,
}: {
  colleagues: readonly Colleague[];
  today: string;
}) {
  if (colleagues.length === 0) {
    return (
      <p className="text-ink-2">
        同一组织和上下一级没有别的干部。请联系系统管理员先给一位同事授权。
      </p>
    );
  }
  return (
    <Form action={nameDeputyAction} idempotencyKey={newId()} aria-label="请人代办">
      <FieldStack>
        <SelectField
          name="deputyId"
          label="由谁代办"
          hint="同一组织或上下一级的干部"
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder="请选择"
        />
        <DateField name="startsOn" label="从哪一天" min={today} defaultValue={today} />
        <DateField name="endsOn" label="到哪一天（含）" hint="第二天自动结束" min={today} />
        <TextField name="reason" label="原因" hint="如：年休假、外出培训" maxLength={60} />
        <SubmitButton block={false} pendingText="提交中…">
          请他代办
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
