import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { addDays } from '@/lib/dates';
import {
  agreeTransferAction,
  decideTransferAppealAction,
  refuseTransferAction,
  stopTransferAction,
} from '../actions';
import { refusalLabels, refusalsOf, type SideName, stopLabels } from '../rules/two-sides';

interface SideAnswerProps {
  id: string;
  side: SideName;
  mayStop: boolean;
  today: string;
}

const agreeWords: Record<SideName, string> = { out: '同意转出', in: '同意接收' };

function Refuse({ id, side }: Pick<SideAnswerProps, 'id' | 'side'>) {
  return (
    <Form action={refuseTransferAction} part={`refuse-${side}`} aria-label="不同意">
      <FieldStack>
        <input type="hidden" name="transferId" value={id} />
        <input type="hidden" name="side" value={side} />
        <RadioGroup
          name="refusal"
          label="为什么不同意"
          options={refusalsOf[side].map((value) => ({ value, label: refusalLabels[value] }))}
        />
        <TextArea
          name="note"
          label="理由"
          hint="本人会看到，可以向上级申诉"
          rows={2}
          maxLength={200}
        />
        <SubmitButton block={false} variant="secondary">
          不同意
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

function Stop({ id, today }: Pick<SideAnswerProps, 'id' | 'today'>) {
  const kinds = Object.entries(stopLabels).map(([value, label]) => ({ value, label }));
  return (
    <Form action={stopTransferAction} part="stop" aria-label="暂停转出">
      <FieldStack>
        <input type="hidden" name="transferId" value={id} />
        <RadioGroup name="kind" label="为什么暂停" options={kinds} />
        <TextField
          name="basis"
          label="依据"
          hint="换届批复的文号、案号；本人会看到"
          maxLength={100}
        />
        <DateField name="endsOn" label="停到哪天" min={today} defaultValue={addDays(today, 30)} />
        <SubmitButton block={false} variant="secondary">
          暂停
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** What a union may do with its side: agree, refuse from its list, and as the old one stop it until a day. */
export function SideAnswer({ id, side, mayStop, today }: SideAnswerProps) {
  return (
    <div className="mt-4 grid gap-4">
      <Form action={agreeTransferAction} part={`agree-${side}`} aria-label={agreeWords[side]}>
        <input type="hidden" name="transferId" value={id} />
        <input type="hidden" name="side" value={side} />
        <SubmitButton block={false} pendingText="办理中…">
          {agreeWords[side]}
        </SubmitButton>
      </Form>
      <Disclosures>
        <Disclosure summary="不同意">
          <Refuse id={id} side={side} />
        </Disclosure>
        {side === 'out' && mayStop && (
          <Disclosure summary="暂停（换届、正在办案）">
            <Stop id={id} today={today} />
          </Disclosure>
        )}
      </Disclosures>
    </div>
  );
}

/** The union above answers an appeal: in the place of the one that refused, or upholding it. */
export function AppealAnswer({ id, side }: Pick<SideAnswerProps, 'id' | 'side'>) {
  return (
    <Form
      action={decideTransferAppealAction}
      part={`appeal-${side}`}
      aria-label="答复申诉"
      className="mt-4"
    >
      <FieldStack>
        <input type="hidden" name="transferId" value={id} />
        <input type="hidden" name="side" value={side} />
        <RadioGroup
          name="answer"
          label="怎么定"
          options={[
            { value: 'agree', label: agreeWords[side] },
            { value: 'uphold', label: '维持不同意，转会结束' },
          ]}
        />
        <TextArea name="note" label="理由" hint="本人会看到" rows={2} maxLength={200} />
        <SubmitButton block={false}>答复申诉</SubmitButton>
      </FieldStack>
    </Form>
  );
}
