import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Panel } from '@/components/ui/card';
import { formatDay, todayOn } from '@/lib/dates';
import type { DeskDraws } from '../queries/desk-draws';
import { numberText } from '../rules/list';

interface ObjectionsProps {
  objections: DeskDraws['objections'];
  action: FormAction;
  now: Date;
}

/** What people ask about the result, the open ones first; one answer form at a time. */
export function Objections({ objections, action, now }: ObjectionsProps) {
  if (objections.length === 0) return null;
  const next = objections.find((o) => o.answeredAt === null);
  return (
    <Panel title="对结果的疑问">
      <ul className="flex flex-col gap-4">
        {objections.map((o) => (
          <li key={o.id} className="border-b border-line pb-4 last:border-0 last:pb-0">
            <p className="text-ink-2">
              {o.entryNo === null ? '没有报名号' : `${numberText(o.entryNo)} 号`} ·{' '}
              {o.answeredAt ? '已答复' : `${formatDay(o.dueOn, todayOn(now))}前答复`}
            </p>
            <p className="whitespace-pre-line">{o.text}</p>
            {o.answer && <p className="mt-1 whitespace-pre-line">答复：{o.answer}</p>}
            {o === next && (
              <Form action={action} aria-label="答复">
                <input type="hidden" name="objectionId" value={o.id} />
                <TextArea name="answer" label="答复" rows={3} maxLength={500} />
                <SubmitButton block={false} variant="secondary" className="mt-2">
                  发出答复
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
