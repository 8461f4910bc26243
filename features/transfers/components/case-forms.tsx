import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Disclosure, Disclosures, foldOf } from '@/components/ui/disclosure';
import { openExpulsionAction, warnMemberAction } from '../actions';

interface CaseFormsProps {
  personId: string;
  today: string;
  /** The officer gave the second factor just now. */
  confirmed: boolean;
  idempotencyKey: string;
}

const expulsion = '提出除名（因犯罪受刑事处罚）';

function Expulsion({ personId, confirmed }: Pick<CaseFormsProps, 'personId' | 'confirmed'>) {
  if (!confirmed) {
    const here = encodeURIComponent(`/desk/members/${personId}`);
    return (
      <Disclosure summary={expulsion}>
        先<TextLink href={`/staff/confirm?next=${here}`}>输入动态码</TextLink>。
      </Disclosure>
    );
  }
  return (
    <Form action={openExpulsionAction} part="expel" aria-label="提出除名" fold={foldOf(expulsion)}>
      <FieldStack>
        <input type="hidden" name="personId" value={personId} />
        <TextField name="judgement" label="判决书文号" maxLength={100} autoComplete="off" />
        <TextArea
          name="facts"
          label="小组、委员会的意见"
          hint="加密保存，每次查看留痕；由上一级工会来定"
          rows={3}
          maxLength={500}
        />
        <SubmitButton block={false} variant="secondary">
          提出除名
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** 教育 and 除名 from a member's page, folded away: they are rare. */
export function CaseForms({ personId, today, confirmed, idempotencyKey }: CaseFormsProps) {
  return (
    <Panel title="很少用到的" className="no-print mt-6 max-w-[560px]">
      <Disclosures>
        <Form
          action={warnMemberAction}
          idempotencyKey={idempotencyKey}
          part="warn"
          aria-label="登记教育谈话"
          fold={foldOf('登记教育谈话（不交会费、不参加活动）')}
        >
          <FieldStack>
            <input type="hidden" name="personId" value={personId} />
            <DateField name="on" label="哪天谈的" defaultValue={today} max={today} />
            <TextArea name="note" label="谈话情况" hint="通知本人" rows={2} maxLength={200} />
            <SubmitButton block={false} variant="secondary">
              登记
            </SubmitButton>
          </FieldStack>
        </Form>
        <Expulsion personId={personId} confirmed={confirmed} />
      </Disclosures>
    </Panel>
  );
}
