import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { Fold } from '@/components/forms/form-fold';
import type { FormAction } from '@/components/forms/form-state';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import {
  applyForFoundingAction,
  approvePreparationAction,
  certifyUnionAction,
  countMembersAction,
  establishUnionAction,
  registerUnionAction,
  renewCertificateAction,
  reportCandidatesAction,
  reportResultsAction,
} from '../actions';
import type { FoundingScreen } from '../queries/foundings';
import type { FoundingKind } from '../rules/kinds';
import type { FoundingStep } from '../rules/steps';

export interface StepProps {
  founding: FoundingScreen;
  today: string;
  /** Where the step is taken once more. */
  fold?: Fold | undefined;
}

/** Which founding, and how many steps the page showed: whoever is late is told what has changed. */
export function WhichFounding({ founding: { id, position } }: { founding: FoundingScreen }) {
  return (
    <>
      <input type="hidden" name="foundingId" value={id} />
      <input type="hidden" name="position" value={position} />
    </>
  );
}

export function DayField({ label, today }: { label: string; today: string }) {
  return <DateField name="doneOn" label={label} max={today} />;
}

function NumberField({ label, hint }: { label: string; hint: string }) {
  return <TextField name="documentNo" label={label} maxLength={40} hint={hint} />;
}

/** What each step that is a paper asks and says. */
const papers: Partial<
  Record<FoundingStep, { action: FormAction; no: string; on: string; hint: string; button: string }>
> = {
  applied: {
    action: applyForFoundingAction,
    no: '请示文号',
    on: '请示日期',
    hint: '《关于成立工会筹备组的请示》上的，如：冷物工筹〔2026〕1号',
    button: '登记申请',
  },
  approved: {
    action: approvePreparationAction,
    no: '批复文号',
    on: '批复日期',
    hint: '照上级批复的纸面填，如：总工批〔2026〕18号',
    button: '登记筹备批复',
  },
  results: {
    action: reportResultsAction,
    no: '报告文号',
    on: '报告日期',
    hint: '《选举结果的报告》上的',
    button: '登记结果报批',
  },
  registered: {
    action: registerUnionAction,
    no: '登记编号',
    on: '登记日期',
    hint: '登记机关受理《工会法人资格登记申请表》的编号。登记不收费',
    button: '登记法人登记',
  },
};

/** What the papers of the other matters are called. */
const affairPapers: Partial<
  Record<
    FoundingKind,
    Partial<Record<FoundingStep, { no?: string; on?: string; hint: string; button: string }>>
  >
> = {
  reelection: {
    applied: { hint: '《关于换届的请示》上的', button: '登记换届请示' },
    approved: { hint: '上级同意换届的批复，照纸面填', button: '登记换届批复' },
  },
  change: {
    applied: {
      ...{ no: '申请编号', on: '申请日期' },
      hint: '登记机关受理变更申请的编号。登记不收费',
      button: '登记变更申请',
    },
  },
  dissolution: {
    applied: { hint: '《关于注销的请示》上的', button: '登记注销请示' },
    approved: { hint: '上级同意注销的批复，照纸面填', button: '登记注销批复' },
    registered: {
      hint: '登记机关注销登记的编号。登记后证书作废、任职结束',
      button: '登记注销',
    },
  },
  reissue: {
    applied: {
      ...{ no: '申请编号', on: '申请日期' },
      hint: '登记机关受理补证申请的编号，先登报声明遗失',
      button: '登记补证申请',
    },
  },
};

/** The new certificate after 换届, 变更 or loss: the code of the union stays. */
export function RenewForm({ founding, today }: StepProps) {
  return (
    <Form action={renewCertificateAction} part="renewed" className="max-w-form">
      <WhichFounding founding={founding} />
      <FieldStack>
        <NumberField label="新证书编号" hint="照新证书填。原来的证书标为作废" />
        <DayField label="发证日期" today={today} />
        <SubmitButton block={false}>登记新证书</SubmitButton>
      </FieldStack>
    </Form>
  );
}

export function PaperForm({ founding, today, step }: StepProps & { step: FoundingStep }) {
  const usual = papers[step];
  if (!usual) return null;
  const paper = { ...usual, ...affairPapers[founding.kind]?.[step] };
  return (
    <Form action={paper.action} part={step} className="max-w-form">
      <WhichFounding founding={founding} />
      <FieldStack>
        <NumberField label={paper.no} hint={paper.hint} />
        <DayField label={paper.on} today={today} />
        <SubmitButton block={false}>{paper.button}</SubmitButton>
      </FieldStack>
    </Form>
  );
}

export function MembersForm({ founding, today, fold }: StepProps) {
  const counted = founding.facts.members;
  return (
    <Form action={countMembersAction} part="members" fold={fold} className="max-w-form">
      <WhichFounding founding={founding} />
      <FieldStack>
        {founding.firms.map(({ id, name, staffCount }) => (
          <TextField
            key={id}
            name={`members_${id}`}
            label={founding.firms.length > 1 ? `${name}的会员` : '会员人数'}
            inputMode="numeric"
            maxLength={5}
            defaultValue={counted?.byFirm[id]?.toString() ?? ''}
            hint={`收到入会申请书、已批准的人数，不是职工人数${staffCount ? `（职工 ${staffCount} 人）` : ''}`}
          />
        ))}
        <TextField
          name="women"
          label="其中女会员"
          inputMode="numeric"
          maxLength={5}
          defaultValue={counted?.women.toString() ?? ''}
        />
        <DayField label="截至哪天" today={today} />
        <SubmitButton block={false}>登记会员人数</SubmitButton>
      </FieldStack>
    </Form>
  );
}

export function ReportForm({ founding, today, fold }: StepProps) {
  return (
    <Form action={reportCandidatesAction} part="report" fold={fold} className="max-w-form">
      <WhichFounding founding={founding} />
      <FieldStack>
        <TextField
          name="seats"
          label={founding.form === 'organiser' ? '选几名组织员' : '委员会选几人'}
          inputMode="numeric"
          maxLength={2}
          defaultValue={founding.facts.candidates?.seats.toString() ?? ''}
          hint="含主席、副主席"
        />
        <NumberField label="候选人批复文号" hint="上级同意候选人的批复，照纸面填" />
        <DayField label="批复日期" today={today} />
        <SubmitButton block={false}>候选人报审</SubmitButton>
      </FieldStack>
    </Form>
  );
}

export function EstablishForm({ founding, today }: StepProps) {
  const renews = founding.kind === 'reelection';
  return (
    <Form action={establishUnionAction} part="founded" className="max-w-form">
      <WhichFounding founding={founding} />
      <FieldStack>
        <NumberField label="批复文号" hint="照上级批复的纸面填，如：总工批〔2026〕31号" />
        <DateField
          name="doneOn"
          label="批复日期"
          max={today}
          hint={renews ? '新一届从批复那天开始' : '批复那天就是成立日，不管今天是哪天'}
        />
        <RadioGroup
          name="term"
          label="任期"
          columns
          options={[
            { value: '3', label: '3 年' },
            { value: '5', label: '5 年' },
          ]}
        />
        <SubmitButton block={false}>
          {renews ? '登记批复，换届完成' : '登记批复，工会成立'}
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

export function CertifyForm({ founding, today }: StepProps) {
  return (
    <Form action={certifyUnionAction} part="certified" className="max-w-form">
      <WhichFounding founding={founding} />
      <FieldStack>
        <TextField
          name="uscc"
          label="工会统一社会信用代码"
          maxLength={18}
          hint="证书上的 18 位，和单位的代码不是同一个"
        />
        <NumberField label="证书编号" hint="照证书填" />
        <DayField label="发证日期" today={today} />
        <SubmitButton block={false}>登记证书</SubmitButton>
      </FieldStack>
    </Form>
  );
}
