import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { PhoneField } from '@/components/forms/phone-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { Tag, type Tone } from '@/components/ui/tag';
import { classRoles } from '@/db/schema/enums';
import { formatFullDay } from '@/lib/dates';
import type { ClassStaffLine, ClassStaffView } from '../queries/class-staff';
import { type CheckState, classRoleLabels } from '../rules/readiness';

const tags: Record<CheckState, { tone: Tone; word: string }> = {
  missing: { tone: 'error', word: '缺查询' },
  expired: { tone: 'error', word: '已过期' },
  ending: { tone: 'warning', word: '快到期' },
  valid: { tone: 'success', word: '有效' },
};

function CheckForm({ line, record }: { line: ClassStaffLine; record: FormAction }) {
  return (
    <Form action={record} aria-label={`录入${line.name}的查询`}>
      <input type="hidden" name="staffId" value={line.id} />
      <FieldStack>
        <DateField name="passedOn" label="查询通过日期" />
        <TextField
          name="reference"
          label="查询编号"
          maxLength={40}
          autoComplete="off"
          hint="只记日期和编号。没有通过的人不能上岗，请直接移出"
        />
        <SubmitButton small block={false} variant="secondary">
          保存查询
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

interface LineProps {
  line: ClassStaffLine;
  /** Where the one form of this page is shown for this person. */
  checkHref: string;
  editing: boolean;
  record: FormAction;
  remove: FormAction;
}

function Line({ line, checkHref, editing, record, remove }: LineProps) {
  const { tone, word } = tags[line.state];
  return (
    <li id={line.id} className="border-line py-3 not-first:border-t">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b>{line.name}</b>
        <span className="text-ink-2">
          {classRoleLabels[line.role]}，尾号 {line.phoneTail}
        </span>
        <Tag tone={tone}>{word}</Tag>
      </p>
      {line.passedOn && line.validUntil && (
        <p className="text-table text-ink-2">
          {formatFullDay(line.passedOn)}查询，编号 {line.reference}，有效到
          {formatFullDay(line.validUntil)}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-start gap-x-6 gap-y-2">
        {editing ? (
          <div className="w-full max-w-[420px]">
            <CheckForm line={line} record={record} />
          </div>
        ) : (
          <TextLink href={checkHref} className="inline-flex min-h-target items-center">
            {line.passedOn ? '重新录入查询' : '录入查询'}
          </TextLink>
        )}
        <Form action={remove}>
          <input type="hidden" name="staffId" value={line.id} />
          <SubmitButton small block={false} variant="text" pendingText="移出中…">
            移出本班
          </SubmitButton>
        </Form>
      </div>
    </li>
  );
}

interface StaffPanelProps {
  view: ClassStaffView;
  /** Whose check is being recorded. */
  checking: string | undefined;
  add: FormAction;
  record: FormAction;
  remove: FormAction;
}

/** 看护人员: everyone who is with the children, and how their check stands. */
export function StaffPanel({ view, checking, add, record, remove }: StaffPanelProps) {
  return (
    <Panel title="看护人员" note={`${view.staff.length} 人`}>
      {view.staff.length === 0 && (
        <p className="text-ink-2">
          还没有人。老师和志愿者都要登记，每人都要有一年内的犯罪记录查询。
        </p>
      )}
      <ul>
        {view.staff.map((line) => (
          <Line
            key={line.id}
            line={line}
            checkHref={`?session=${view.sessionId}&check=${line.id}#${line.id}`}
            editing={checking === line.id}
            record={record}
            remove={remove}
          />
        ))}
      </ul>
      <div className="mt-3">
        <Disclosures>
          <Form action={add} fold={foldOf('加一位看护人员', view.staff.length === 0)}>
            <input type="hidden" name="sessionId" value={view.sessionId} />
            <FieldStack>
              <TextField name="name" label="姓名" maxLength={20} autoComplete="off" />
              <SelectField
                name="role"
                label="身份"
                defaultValue="teacher"
                options={classRoles.map((value) => ({ value, label: classRoleLabels[value] }))}
              />
              <PhoneField name="phone" label="手机号" hint="用这个号码登录，就能在手机上签到" />
              <SubmitButton variant="secondary" block={false}>
                加入本班
              </SubmitButton>
            </FieldStack>
          </Form>
        </Disclosures>
      </div>
    </Panel>
  );
}
