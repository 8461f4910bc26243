import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TickPresets } from '@/components/forms/tick-presets';
import { VersionField } from '@/components/forms/version-field';
import { LinkButton } from '@/components/ui/link-button';
import type { DeskSession } from '@/features/offerings/queries/sessions-of';
import { sessionDetails } from '@/features/offerings/schema/offering';
import { VenueFields } from '@/features/venues/components/venue-fields';
import type { VenueChoice } from '@/features/venues/queries/venues';
import { toLocalDateTime, weekdayName } from '@/lib/dates';

/** The week from Monday on. */
export const weekdayOptions = [1, 2, 3, 4, 5, 6, 0].map((day) => ({
  value: String(day),
  label: weekdayName(day),
}));

/** A stored session as its form carries it. */
function valuesOf(s: DeskSession): Record<string, string | string[]> {
  const [startsOn = '', startTime = ''] = toLocalDateTime(s.startsAt).split('T');
  const [endsOn = '', endTime = ''] = toLocalDateTime(s.endsAt).split('T');
  const { weekdays, skipHolidays, room, note } = sessionDetails.parse(s.details);
  return {
    title: s.title,
    venueId: s.venueId ?? '',
    place: s.venueId ? room : s.place,
    startsOn,
    startTime,
    endsOn: endsOn === startsOn ? '' : endsOn,
    endTime,
    weekdays: weekdays.map(String),
    ...(skipHolidays && { skipHolidays: 'yes' }),
    capacity: String(s.capacity),
    note,
  };
}

/**
 * With what a further session opens: place, hours, weekdays and places of one that stands; its name
 * too where the officer asked for that very one. The days are new either way.
 */
function startOf(like: DeskSession | undefined, named: boolean) {
  if (!like) return { skipHolidays: 'yes' };
  const { startsOn: _first, endsOn: _last, title, ...rest } = valuesOf(like);
  return named ? { ...rest, title: title ?? '' } : rest;
}

const presets = [
  { label: '周一至周五', values: ['1', '2', '3', '4', '5'] },
  { label: '每天', values: ['0', '1', '2', '3', '4', '5', '6'] },
];

interface SessionFormProps {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  session?: DeskSession;
  /** A new one opens with what this one has. */
  like?: DeskSession;
  /** That one was asked for by name: 复制这一场. */
  named?: boolean;
  /** Of the register; where there are none the place is written. */
  venues: readonly VenueChoice[];
  idempotencyKey?: string;
  backHref: string;
}

/** One session: when, where, how many. A longer one meets on its weekdays between two days. */
export function SessionForm({ action, fields, session, like, ...rest }: SessionFormProps) {
  const values = session ? valuesOf(session) : startOf(like, rest.named ?? false);
  const initial = { status: 'idle' as const, values };
  const taken = session?.taken ?? 0;
  return (
    <Form action={action} initial={initial} idempotencyKey={rest.idempotencyKey}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {session && <VersionField version={session.version} />}
      <FieldStack>
        <TextField name="title" label="场次名称" hint="如：第一期、周三晚班" maxLength={30} />
        <VenueFields venues={rest.venues} />
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
          hint="跨多天的班要选；只上一天的不选"
          options={weekdayOptions}
        />
        <TickPresets name="weekdays" presets={presets} />
        <CheckboxField
          name="skipHolidays"
          label="法定节假日、调休不上"
          hint="按“设置”里的工作日历，跨多天的班用"
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
