import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { PhoneField } from '@/components/forms/phone-field';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { classRoles } from '@/db/schema/enums';
import { classRoleLabels } from '@/features/childcare/rules/readiness';
import type { OpenedPlan } from '../queries/plan-form';
import type { quickQuestions } from '../schema/plan-offering';

const typeWords: Record<(typeof quickQuestions)[number], string> = {
  yes_no: '选“是”或“否”',
  text: '填一行文字',
  consent: '勾选同意',
};
const types = Object.entries(typeWords).map(([value, label]) => ({ value, label }));
const roles = classRoles.map((value) => ({ value, label: classRoleLabels[value] }));

function Carer({ staff }: { staff: number }) {
  return (
    <>
      {staff > 0 && (
        <CheckboxField
          name="copyStaff"
          label={`照上一期登记看护人员（${staff} 人次）`}
          hint="犯罪记录查询还有效的一起带过来"
        />
      )}
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TextField name="staffName" label="看护人员姓名" optional maxLength={20} />
        <SelectField name="staffRole" label="身份" options={roles} />
        <PhoneField name="staffPhone" label="手机号" optional autoComplete="off" />
      </div>
    </>
  );
}

/** One question more, and who looks after the classes; both may stay empty. */
export function PlanMore({ opened }: { opened: OpenedPlan }) {
  const isClass = opened.kind === 'childcare';
  return (
    <Panel
      title={isClass ? '问一题、谁看护' : '问一题'}
      note={isClass ? '每个班都登记；查询结果在“看护人员”页录入' : '更多的在“问题”页加'}
    >
      <FieldStack>
        <div className="grid items-end gap-4 sm:grid-cols-[2fr_1fr]">
          <TextField
            name="questionLabel"
            label={opened.earlier ? '上一期的问题之外，再问一题' : '报名时问一题'}
            optional
            maxLength={200}
          />
          <SelectField name="questionType" label="怎么答" options={types} />
        </div>
        <CheckboxField name="questionRequired" label="这一题必填" />
        {isClass && <Carer staff={opened.earlier?.staff ?? 0} />}
      </FieldStack>
    </Panel>
  );
}
