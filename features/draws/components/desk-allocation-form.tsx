import { CheckboxField } from '@/components/forms/checkbox-field';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { VersionField } from '@/components/forms/version-field';
import { Panel } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import {
  type AllocationTerms,
  allocationTerms,
  siblingTermLabels,
  siblingTerms,
} from '@/features/offerings/schema/allocation';
import { tierWarnings } from '../rules/tiers';
import { TIER_ROWS, tierProofLabels, tierProofs } from '../schema/change-allocation';

const methods = [
  { value: 'first_come', label: '先到先得', hint: '可以设开放后几分钟内同等对待' },
  { value: 'draw', label: '抽签', hint: '报名截止后用公开的号码抽，谁都可以重算' },
  { value: 'priority', label: '按优先级', hint: '符合的条件加分，分高的先，同分抽签' },
  { value: 'unit', label: '单位统一报名', hint: '由基层工会提交名单，本人确认' },
];

function valuesOf(allocation: string, terms: AllocationTerms): Record<string, string> {
  const tiers = Object.fromEntries(
    terms.tiers.slice(0, TIER_ROWS.length).flatMap((tier, at) => [
      [`tier${at + 1}`, tier.label],
      [`proof${at + 1}`, tier.claim ? 'claim' : 'new_form'],
      [`points${at + 1}`, tier.points === undefined ? '' : String(tier.points)],
    ]),
  );
  const { seed, seedOn, graceDays, publicDays, losersAgain } = terms.draw;
  return {
    allocation,
    equalMinutes: terms.equalMinutes === undefined ? '' : String(terms.equalMinutes),
    seed,
    seedOn: seedOn ?? '',
    graceDays: String(graceDays),
    publicDays: String(publicDays),
    losersAgain: losersAgain ? 'yes' : '',
    siblings: terms.siblings,
    ...tiers,
  };
}

function SeedFields() {
  return (
    <>
      <RadioGroup
        name="seed"
        label="抽签用什么号码"
        options={[
          { value: 'lottery', label: '福彩 3D 的开奖号' },
          { value: 'witnesses', label: '组织单位和两位见证人的口令' },
        ]}
      />
      <DateField
        name="seedOn"
        label="哪一天"
        optional
        hint="抽签和按优先级要填。要晚于截止报名的日子"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="graceDays"
          label="最多迟填几天"
          inputMode="numeric"
          maxLength={2}
          hint="再迟就改用次日的开奖号"
        />
        <TextField name="publicDays" label="公示几天" inputMode="numeric" maxLength={2} />
      </div>
      <CheckboxField name="losersAgain" label="上次没抽中的，这次多一次机会" />
      <SelectField
        name="siblings"
        label="兄弟姐妹"
        options={siblingTerms.map((value) => ({ value, label: siblingTermLabels[value] }))}
      />
    </>
  );
}

function TierFields() {
  return (
    <>
      <p className="text-secondary text-ink-2">
        抽签：从上到下是档，符合上面的先抽，不填分。按优先级：符合的分数相加，分高的先给，同分抽签。
      </p>
      {TIER_ROWS.map((row) => (
        <div key={row} className="grid gap-4 sm:grid-cols-[1fr_1fr_6rem]">
          <TextField name={`tier${row}`} label={`第 ${row} 条`} optional maxLength={20} />
          <SelectField
            name={`proof${row}`}
            label={`第 ${row} 条怎么认定`}
            options={tierProofs.map((value) => ({ value, label: tierProofLabels[value] }))}
          />
          <TextField
            name={`points${row}`}
            label={`第 ${row} 条分值`}
            inputMode="numeric"
            maxLength={3}
          />
        </div>
      ))}
    </>
  );
}

/** 名额怎么给: the way, and what each way needs; unused fields of the other ways are left alone. */
export function AllocationForm({
  offering,
  action,
}: {
  offering: DeskOffering;
  action: FormAction;
}) {
  const terms = allocationTerms.parse(offering.allocationTerms);
  const values = valuesOf(offering.allocation, terms);
  return (
    <Form action={action} initial={{ status: 'idle', values }} aria-label="名额怎么给">
      <input type="hidden" name="offeringId" value={offering.id} />
      <VersionField version={offering.version} />
      <div className="flex max-w-[720px] flex-col gap-4">
        {tierWarnings(terms.tiers).map((words) => (
          <Notice key={words} tone="warning">
            {words}
          </Notice>
        ))}
        <Panel title="名额怎么给">
          <FieldStack>
            <RadioGroup name="allocation" label="办法" options={methods} />
            <TextField
              name="equalMinutes"
              label="开放后几分钟内同等对待"
              optional
              inputMode="numeric"
              maxLength={4}
              hint="先到先得时用。这几分钟内报名的一起抽签，之后按先后"
            />
          </FieldStack>
        </Panel>
        <Panel title="抽签">
          <FieldStack>
            <SeedFields />
          </FieldStack>
        </Panel>
        <Panel title="优先条件">
          <FieldStack>
            <TierFields />
          </FieldStack>
        </Panel>
        <div>
          <SubmitButton block={false}>保存</SubmitButton>
        </div>
      </div>
    </Form>
  );
}
