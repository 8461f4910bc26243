import { DateField } from '@/components/forms/date-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { addDays, formatFullDay } from '@/lib/dates';
import { answerExtensionAction, askExtensionAction } from '../actions';
import type { OfficesScreen } from '../queries/offices';
import { extensionLabels } from '../rules/extension';
import { OfficeForm } from './office-form';

interface PanelProps {
  screen: OfficesScreen;
  /** The one-time keys of the two forms. */
  stamps: { ask: string; answer: string };
}

function AskForm({ screen, stamps }: PanelProps) {
  const { union, term, latest, today } = screen;
  if (!term || !latest) return null;
  return (
    <OfficeForm
      action={askExtensionAction}
      idempotencyKey={stamps.ask}
      part="extension"
      fold={foldOf('申请延期换届')}
      union={union}
      submit="报上级"
    >
      <TextField name="askedNo" label="请示文号" maxLength={40} />
      <DateField name="askedOn" label="请示日期" max={today} />
      <DateField
        name="untilOn"
        label="延到哪天"
        min={addDays(term.endsOn, 1)}
        max={latest}
        hint={`最迟${formatFullDay(latest)}`}
      />
      <TextArea name="reason" label="为什么要延期" maxLength={200} />
    </OfficeForm>
  );
}

function AnswerForm({ screen, stamps }: PanelProps) {
  const { union, term, latest, today } = screen;
  if (!term || !latest) return null;
  return (
    <OfficeForm
      action={answerExtensionAction}
      idempotencyKey={stamps.answer}
      part="extension-answer"
      fold={foldOf('登记上级的批复', true)}
      union={union}
      submit="登记批复"
    >
      <RadioGroup
        name="decision"
        label="批复"
        columns
        options={[
          { value: 'granted', label: '同意延期' },
          { value: 'refused', label: '不同意' },
        ]}
      />
      <DateField name="decidedOn" label="批复日期" max={today} />
      <TextField name="decidedNo" label="批复文号" optional maxLength={40} hint="同意的照纸面填" />
      <DateField
        name="untilOn"
        label="批复延到哪天"
        optional
        min={addDays(term.endsOn, 1)}
        max={latest}
        hint="和申请的一样就不填"
      />
      <TextArea name="answer" label="不同意的理由" optional maxLength={200} />
    </OfficeForm>
  );
}

/** 延期换届 of the running term: what was asked and answered, and the form that comes next. */
export function ExtensionPanel(props: PanelProps) {
  const { extensions, extensionOpen, mayAsk, mayKeep } = props.screen;
  const waits = extensions.some(({ status }) => status === 'asked');
  const asks = mayAsk && extensionOpen && !waits;
  if (extensions.length === 0 && !asks) return null;
  return (
    <Panel title="延期换届">
      {extensions.length > 0 && (
        <ul className="mb-3 flex flex-col gap-2">
          {extensions.map((one) => (
            <li key={one.id}>
              <span className="font-semibold">{extensionLabels[one.status]}</span>，延到
              {formatFullDay(one.untilOn)}
              <p className="text-secondary text-ink-2">
                {formatFullDay(one.askedOn)}请示（{one.askedNo}）：{one.reason}
              </p>
              {one.decidedOn && (
                <p className="text-secondary text-ink-2">
                  {formatFullDay(one.decidedOn)}批复{one.decidedNo && `（${one.decidedNo}）`}
                  {one.answer && `：${one.answer}`}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {(asks || (waits && mayKeep)) && (
        <Disclosures>
          {asks && <AskForm {...props} />}
          {waits && mayKeep && <AnswerForm {...props} />}
        </Disclosures>
      )}
    </Panel>
  );
}
