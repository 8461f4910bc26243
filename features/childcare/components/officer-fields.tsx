import { CheckboxField } from '@/components/forms/checkbox-field';
import { TextField } from '@/components/forms/text-field';

/** What only a 托管班 has (domain.md §3.2). */
export function ChildcareOfficerFields() {
  return (
    <>
      <TextField
        name="term"
        label="期次"
        maxLength={20}
        hint="如：2026暑期一期。同一期次里，一个孩子只报一个班"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="meals" label="用餐" optional maxLength={60} hint="如：含午餐和点心" />
        <TextField
          name="staff"
          label="看护人员"
          optional
          maxLength={60}
          hint="如：2 名老师、3 名志愿者"
        />
      </div>
      <CheckboxField
        name="asksPickUp"
        label="报名时登记接送人"
        hint="最多 3 位，只给本班工作人员看"
      />
      <CheckboxField
        name="asksHealthNotes"
        label="报名时问健康提示"
        hint="过敏、用药等，家长单独同意才填，加密保存，班级结束后删除"
      />
    </>
  );
}
