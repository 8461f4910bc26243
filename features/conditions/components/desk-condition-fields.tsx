import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { FieldStack } from '@/components/forms/field-stack';
import { FieldsFold } from '@/components/forms/form-fold';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { gradeLabel } from '@/features/family/rules/grade';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import type { Kind } from '@/features/offerings/schema/offering';
import { NoShowFields } from './desk-no-show-fields';

const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ value: String(n), label: gradeLabel(n) }));

/** 报名条件 as a plain form; what is left empty is not asked. */
export function ConditionFields({ kind, choices }: { kind: Kind; choices: ConditionChoices }) {
  const isChild = kind === 'childcare';
  return (
    <FieldStack>
      <CheckboxField name="membersOnly" label={isChild ? '家长是工会会员' : '只面向工会会员'} />
      {isChild && (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="gradeMin"
            label="最低年级（按秋季）"
            options={grades}
            placeholder="不限"
          />
          <SelectField
            name="gradeMax"
            label="最高年级（按秋季）"
            options={grades}
            placeholder="不限"
          />
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="ageMin" label="最小周岁" optional inputMode="numeric" maxLength={3} />
        <TextField name="ageMax" label="最大周岁" optional inputMode="numeric" maxLength={3} />
        <SelectField
          name="sex"
          label="性别"
          options={[
            { value: 'female', label: '女' },
            { value: 'male', label: '男' },
          ]}
          placeholder="不限"
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="repeatMonths"
          label="多少个月内不能重复"
          optional
          inputMode="numeric"
          maxLength={3}
        />
        <SelectField
          name="repeatOf"
          label="重复按什么算"
          options={[
            { value: 'course', label: '同一课程（含复制的各期）' },
            { value: 'kind', label: '所有同类服务' },
          ]}
        />
      </div>
      <CheckboxField name="newFormOnly" label="只面向新就业形态劳动者" />
      <NoShowFields />
      <Disclosures>
        <FieldsFold fold={foldOf('限定职业（不选就是不限）')} names={['occupations']}>
          <CheckboxGroup
            columns
            hideLabel
            name="occupations"
            label="职业"
            options={choices.trades.map((t) => ({ value: t.code, label: t.name }))}
          />
        </FieldsFold>
        <FieldsFold fold={foldOf('限定镇、街道（不选就是不限）')} names={['organisationIds']}>
          <CheckboxGroup
            columns
            hideLabel
            name="organisationIds"
            label="镇、街道"
            options={choices.towns.map((t) => ({ value: t.id, label: t.shortName }))}
          />
        </FieldsFold>
      </Disclosures>
    </FieldStack>
  );
}
