import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { convokeAssemblyAction } from '../actions';
import { majorityOf, quorumOf } from '../rules/assembly';
import { postLabels } from '../rules/ties';
import { DayField, type StepProps, WhichFounding } from './step-forms';

const ballots = [
  ['present', '实到'],
  ['issued', '发出选票'],
  ['returned', '收回选票'],
  ['valid', '有效票'],
] as const;

type Numbered = Pick<Parameters<typeof TextField>[0], 'name' | 'label' | 'hint' | 'defaultValue'>;

const NumberField = (field: Numbered) => <TextField inputMode="numeric" maxLength={5} {...field} />;

/** 会员大会: who came, the ballots, and the votes of each; who is elected is worked out. */
export function AssemblyForm({ founding, today, fold }: StepProps) {
  const { facts, candidates, delegatesBar } = founding;
  const members = facts.members?.total ?? 0;
  const named = candidates.filter(({ id }) => facts.candidates?.ids.includes(id));
  const mayDelegate = members >= delegatesBar;
  return (
    <Form action={convokeAssemblyAction} part="assembly" fold={fold} className="max-w-form">
      <WhichFounding founding={founding} />
      <FieldStack>
        <RadioGroup
          name="kind"
          label="开的是哪种会"
          defaultValue="members"
          options={[
            { value: 'members', label: '会员大会' },
            {
              value: 'delegates',
              label: '会员代表大会',
              hint: mayDelegate ? undefined : `会员满 ${delegatesBar} 人才可以`,
              disabled: !mayDelegate,
            },
          ]}
        />
        <DayField label="开会日期" today={today} />
        <NumberField
          name="due"
          label="应到"
          defaultValue={mayDelegate ? '' : String(members)}
          hint={`会员大会应到 = 会员 ${members} 人：至少到 ${quorumOf(members)} 人，${majorityOf(members)} 票当选`}
        />
        <div className="grid grid-cols-2 items-end gap-x-4 gap-y-6 bigger:grid-cols-1 desk:gap-y-4">
          {ballots.map(([name, label]) => (
            <NumberField key={name} name={name} label={label} />
          ))}
          {named.map(({ id, name, post }) => (
            <NumberField
              key={id}
              name={`votes_${id}`}
              label={`${name}（${postLabels[post]}）得票`}
            />
          ))}
        </div>
        <SubmitButton block={false}>登记大会</SubmitButton>
      </FieldStack>
    </Form>
  );
}
