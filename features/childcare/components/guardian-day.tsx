import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card, Section } from '@/components/ui/card';
import { CellList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { formatDateTime, formatDay } from '@/lib/dates';
import type { GuardianClass, Look } from '../queries/guardian-class';
import { absenceDays, dayState, dayWords } from '../rules/class-day';

/** Where the child is today, in one line. */
export function TodayState({ view }: { view: GuardianClass }) {
  if (!view.meeting) return <Notice>今天没有班。</Notice>;
  const state = dayState(view.day);
  const tone =
    state === 'missing' ? 'warning' : state === 'in' || state === 'home' ? 'success' : 'neutral';
  return (
    <Notice tone={tone} live>
      <b>今天：{dayWords(view.day)}</b>
    </Notice>
  );
}

/** 一次性接送码: made here, told to whoever comes today. */
export function CodeSection({ view, make }: { view: GuardianClass; make: FormAction }) {
  if (!view.meeting || view.day.handedOver) return null;
  return (
    <Section id="code" title="今天换人接">
      {view.code && (
        <Card pad className="mb-4 text-center">
          <p className="text-secondary text-ink-2">给{view.code.bearer}，今天有效，只能用一次</p>
          <p className="text-h1 font-semibold tracking-[0.2em]" data-code>
            {view.code.code}
          </p>
        </Card>
      )}
      <Form action={make}>
        <input type="hidden" name="bookingId" value={view.bookingId} />
        <FieldStack>
          <TextField
            name="bearer"
            label="谁来接"
            hint="老师会核对姓名和接送码"
            maxLength={20}
            autoComplete="off"
          />
          <SubmitButton variant={view.code ? 'secondary' : undefined}>
            {view.code ? '换一个新码' : '生成接送码'}
          </SubmitButton>
        </FieldStack>
      </Form>
    </Section>
  );
}

/** 请假: days announced beforehand, with the way back. */
export function AbsenceSection({ view, announce }: { view: GuardianClass; announce: FormAction }) {
  const open = absenceDays(view.ahead, view.absences, view.today, view.day);
  return (
    <Section id="absence" title="请假">
      {view.absences.map((on) => (
        <InlineForm
          key={on}
          action={announce}
          fields={{ bookingId: view.bookingId, on, withdraw: 'yes' }}
          className="mb-2 flex flex-wrap items-center justify-between gap-2"
        >
          <span>{formatDay(on, view.today)}不来</span>
          <SubmitButton small block={false} variant="text">
            又能来了
          </SubmitButton>
        </InlineForm>
      ))}
      {open.length > 0 && (
        <Form action={announce}>
          <input type="hidden" name="bookingId" value={view.bookingId} />
          <FieldStack>
            <SelectField
              name="on"
              label="哪天不来"
              options={open.map((on) => ({ value: on, label: formatDay(on, view.today) }))}
            />
            <SubmitButton variant="secondary">请假</SubmitButton>
          </FieldStack>
        </Form>
      )}
    </Section>
  );
}

const looked: Record<Look['what'], string> = {
  pick_up: '接送人名单',
  health: '健康提示',
  photo: '照片',
  identity: '姓名和电话',
  export: '导出名册',
};

/** 谁看过孩子的资料: time, function, what. */
export function LooksSection({ view }: { view: GuardianClass }) {
  return (
    <Section id="looks" title="谁看过孩子的资料">
      {view.looks.length === 0 && <p className="text-ink-2">还没有人看过。</p>}
      {view.looks.length > 0 && (
        <CellList>
          {view.looks.map((look) => (
            <li key={look.id} className="cell">
              <span className="min-w-0 flex-auto">
                {look.role} {look.who}
                <span className="block text-secondary text-ink-2">
                  {formatDateTime(look.at, view.now)}，{looked[look.what]}
                </span>
              </span>
            </li>
          ))}
        </CellList>
      )}
    </Section>
  );
}
