import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { assignEntryAction, countStaffAction, listEntryAction, setStatusAction } from '../actions';
import type { RegisterRow } from '../queries/entries';
import type { Keeper } from '../queries/keepers';
import { registerLabels, typedAfter } from '../rules/status';
import { KeeperField, StaffFields } from './entry-fields';

function Which({ entry: { id, version } }: { entry: RegisterRow }) {
  return (
    <>
      <input type="hidden" name="employerId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function StatusForm({ entry }: { entry: RegisterRow }) {
  const next = typedAfter(entry.status);
  if (next.length === 0) return null;
  return (
    <Form action={setStatusAction} part="status" fold={foldOf('改建会状态')}>
      <Which entry={entry} />
      <FieldStack>
        <RadioGroup
          name="status"
          label={`现在：${registerLabels[entry.status]}。改为`}
          options={next.map((value) => ({ value, label: registerLabels[value] }))}
        />
        <TextField
          name="reason"
          label="原因"
          optional
          maxLength={100}
          hint="不具备条件、已停业的要写，如：季节性停工"
        />
        <SubmitButton block={false} small>
          保存状态
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

function ListForm({ entry, today }: { entry: RegisterRow; today: string }) {
  if (entry.listedOn) return null;
  return (
    <Form action={listEntryAction} part="list" fold={foldOf('列入台账')}>
      <Which entry={entry} />
      <FieldStack>
        <DateField
          name="listedOn"
          label="列入台账的日期"
          max={today}
          hint="上级把它列进名单的那天。列入后不能退回，仍按“台账外发现”统计"
        />
        <SubmitButton block={false} small>
          列入台账
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

interface ChangesProps {
  entry: RegisterRow;
  keepers: readonly Keeper[];
  today: string;
}

/** Everything that may be changed of an entry, each folded away. */
export function EntryChanges({ entry, keepers, today }: ChangesProps) {
  return (
    <Disclosures>
      <Form action={assignEntryAction} part="assign" fold={foldOf('定负责人和下次走访')}>
        <Which entry={entry} />
        <FieldStack>
          <KeeperField keepers={keepers} chosen={entry.responsibleId} />
          <DateField
            name="nextVisitOn"
            label="下次走访"
            optional
            defaultValue={entry.nextVisitOn ?? ''}
          />
          <SubmitButton block={false} small>
            保存
          </SubmitButton>
        </FieldStack>
      </Form>
      <Form action={countStaffAction} part="staff" fold={foldOf('核实职工人数')}>
        <Which entry={entry} />
        <FieldStack>
          <StaffFields today={today} />
          <SubmitButton block={false} small>
            保存人数
          </SubmitButton>
        </FieldStack>
      </Form>
      <StatusForm entry={entry} />
      <ListForm entry={entry} today={today} />
    </Disclosures>
  );
}
