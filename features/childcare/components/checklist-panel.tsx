import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';
import { checklistItems } from '@/db/schema/enums';
import { formatDay } from '@/lib/dates';
import type { ClassStaffView } from '../queries/class-staff';
import { type ChecklistItem, checklistWords } from '../rules/readiness';

type Row = ClassStaffView['checklist'][number];

interface ItemFormProps {
  sessionId: string;
  item: ChecklistItem;
  row: Row | undefined;
  record: FormAction;
}

function ItemForm({ sessionId, item, row, record }: ItemFormProps) {
  const { label, hint } = checklistWords[item];
  return (
    <Form action={record} aria-label={label} className="mt-2 max-w-[420px]">
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="item" value={item} />
      <FieldStack>
        <DateField name="doneOn" label="检查日期" defaultValue={row?.doneOn} />
        <TextField name="note" label="结果" hint={hint} maxLength={100} defaultValue={row?.note} />
        <SubmitButton small block={false} variant="secondary">
          保存
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

interface ChecklistPanelProps {
  view: ClassStaffView;
  /** Which item is being recorded. */
  editing: string | undefined;
  record: FormAction;
}

/** The opening checklist, item by item, each with its day and what was found. */
export function ChecklistPanel({ view, editing, record }: ChecklistPanelProps) {
  const { sessionId, today } = view;
  const done = new Map(view.checklist.map((row) => [row.item, row]));
  return (
    <Panel title="开班检查" note={`${done.size} / ${checklistItems.length}`}>
      <ul>
        {checklistItems.map((item) => {
          const row = done.get(item);
          return (
            <li key={item} id={item} className="border-line py-2 not-first:border-t">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <b>{checklistWords[item].label}</b>
                <Tag tone={row ? 'success' : 'error'}>{row ? '已登记' : '未登记'}</Tag>
                <TextLink
                  href={`?session=${sessionId}&item=${item}#${item}`}
                  className="ml-auto inline-flex min-h-target items-center"
                >
                  {row ? '修改' : '登记'}
                  <span className="visually-hidden">{checklistWords[item].label}</span>
                </TextLink>
              </div>
              {row && (
                <p className="text-table text-ink-2">
                  {formatDay(row.doneOn, today)}，{row.note}
                </p>
              )}
              {editing === item && (
                <ItemForm sessionId={sessionId} item={item} row={row} record={record} />
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
