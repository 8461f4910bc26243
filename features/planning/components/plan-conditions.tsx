import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { conditionRows } from '@/features/conditions/rules/condition-words';
import { gradeLabel } from '@/features/family/rules/grade';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import type { OpenedPlan } from '../queries/plan-form';

const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ value: String(n), label: gradeLabel(n) }));
/** What the fields beside say already. */
const asked = ['membersOnly', 'age', 'grade', 'term'];

const ChildBand = () => (
  <>
    <SelectField name="gradeMin" label="最低年级（按秋季）" options={grades} placeholder="不限" />
    <SelectField name="gradeMax" label="最高年级（按秋季）" options={grades} placeholder="不限" />
  </>
);

const AgeBand = () => (
  <>
    <TextField name="ageMin" label="最小周岁" optional inputMode="numeric" maxLength={3} />
    <TextField name="ageMax" label="最大周岁" optional inputMode="numeric" maxLength={3} />
  </>
);

interface ConditionsProps {
  opened: OpenedPlan;
  choices: ConditionChoices;
}

/** Who may book: the usual conditions as fields, what else the template or the earlier round asks in words. */
export function PlanConditions({ opened, choices }: ConditionsProps) {
  const { kind, rules, earlier } = opened;
  const isChild = kind === 'childcare';
  const others = conditionRows({ ...rules, newFormOnly: isChild && rules.newFormOnly }, kind, {
    towns: choices.towns.map(({ id, shortName }) => ({ id, name: shortName })),
    trades: choices.trades,
  }).filter((row) => !asked.includes(row.key));
  return (
    <Panel title="谁能报" note="更多条件，保存后在“条件”页加">
      <FieldStack>
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:max-w-[640px]">
          {isChild ? <ChildBand /> : <AgeBand />}
        </div>
        <CheckboxField name="membersOnly" label={isChild ? '家长是工会会员' : '只面向工会会员'} />
        {!isChild && <CheckboxField name="newFormOnly" label="只面向新就业形态劳动者" />}
        <CheckboxField name="needsApproval" label="报名要审核" />
        {others.length > 0 && (
          <div>
            <p className="font-semibold">{earlier ? '上一期的其他条件' : '样板里的其他条件'}</p>
            <ul className="bullets">
              {others.map((row) => (
                <li key={row.key}>{row.words}</li>
              ))}
            </ul>
          </div>
        )}
      </FieldStack>
    </Panel>
  );
}
