import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { LinkButton } from '@/components/ui/link-button';
import { toLocalDateTime } from '@/lib/dates';
import type { DeskSession } from '../queries/sessions-of';
import { sessionDetails } from '../schema/offering';
import { VersionField } from './desk-version-field';

export const weekdayOptions = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map(
  (label, at) => ({ value: String((at + 1) % 7), label }),
);

/** A stored session as its form carries it. */
function valuesOf(s: DeskSession): Record<string, string | string[]> {
  const [startsOn = '', startTime = ''] = toLocalDateTime(s.startsAt).split('T');
  const [endsOn = '', endTime = ''] = toLocalDateTime(s.endsAt).split('T');
  const { weekdays, note } = sessionDetails.parse(s.details);
  const { title, place } = s;
  const last = endsOn === startsOn ? '' : endsOn;
  const days = weekdays.map(String);
  const capacity = String(s.capacity);
  return {
    title,
    place,
    startsOn,
    startTime,
    endsOn: last,
    endTime,
    weekdays: days,
    capacity,
    note,
  };
}

interface SessionFormProps {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  session?: DeskSession;
  idempotencyKey?: string;
  backHref: string;
}

/** One session: when, where, how many. A longer one meets on its weekdays between two days. */
export function SessionForm({ action, fields, session, ...rest }: SessionFormProps) {
  const initial = { status: 'idle' as const, values: session ? valuesOf(session) : undefined };
  const taken = session?.taken ?? 0;
  return (
    <Form action={action} initial={initial} idempotencyKey={rest.idempotencyKey}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {session && <VersionField version={session.version} />}
      <FieldStack>
        <TextField name="title" label="场次名称" hint="如：第一期、周三晚班" maxLength={30} />
        <TextField name="place" label="地点" maxLength={60} />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <DateField name="startsOn" label="开始日期" />
          <DateField name="endsOn" label="结束日期" optional hint="只上一天的不填" />
          <DateField kind="time" name="startTime" label="每次开始" />
          <DateField kind="time" name="endTime" label="每次结束" />
        </div>
        <CheckboxGroup
          columns
          optional
          name="weekdays"
          label="每周哪几天"
          hint="跨多天的班才用填；不选就是每天"
          options={weekdayOptions}
        />
        <TextField
          name="capacity"
          label="名额"
          inputMode="numeric"
          maxLength={6}
          hint={
            taken > 0
              ? `当前已有 ${taken} 人预约，名额不能少于 ${taken}；加名额会立即按顺序补给候补的人`
              : undefined
          }
        />
        <TextField
          name="note"
          label="备注"
          optional
          maxLength={60}
          hint="会员会看到，如：自带午休垫"
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton block={false}>{session ? '保存' : '加上这一场'}</SubmitButton>
          <LinkButton variant="secondary" href={rest.backHref}>
            返回
          </LinkButton>
        </div>
      </FieldStack>
    </Form>
  );
}
