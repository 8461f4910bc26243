import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { formatDay } from '@/lib/dates';
import type { ClassStaffView } from '../queries/class-staff';
import { checklistWords, classRoleLabels } from '../rules/readiness';
import { takenCheckWords, takeOver } from '../rules/readiness-lines';

/** 照上一班登记: the same people and what was checked, ticked; the officer takes off what has changed. */
export function CopyClassPanel({ view, copy }: { view: ClassStaffView; copy: FormAction }) {
  const { before, sessionId, today } = view;
  if (!before) return null;
  const { staff, items } = takeOver(before, view.checklist);
  if (staff.length + items.length === 0) return null;
  const people = staff.map(({ id, name, role, phoneTail, state }) => ({
    value: id,
    label: `${name}，${classRoleLabels[role]}，尾号 ${phoneTail}，${takenCheckWords(state)}`,
  }));
  const found = items.map(({ item, doneOn, note }) => ({
    value: item,
    label: `${checklistWords[item].label}：${formatDay(doneOn, today)}，${note}`,
  }));
  return (
    <Panel title={`照“${before.session}”登记`} note={before.title}>
      <Form action={copy} aria-label="照上一班登记">
        <input type="hidden" name="sessionId" value={sessionId} />
        <input type="hidden" name="fromId" value={before.id} />
        <FieldStack>
          {people.length > 0 && (
            <CheckboxGroup
              name="staff"
              label="看护人员"
              options={people}
              defaultValues={people.map(({ value }) => value)}
            />
          )}
          {found.length > 0 && (
            <CheckboxGroup
              name="items"
              label="开班检查"
              hint="结果没变的才勾。保险和接送名单每班不同，要单独登记"
              options={found}
              defaultValues={found.map(({ value }) => value)}
            />
          )}
          <SubmitButton small block={false} variant="secondary" pendingText="登记中…">
            登记勾选的
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
