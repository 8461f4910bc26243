import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { resubmitApplicationAction } from '../actions';
import type { MyCase } from '../queries/my-cases';
import { questionPath } from '../rules/paths';
import { isQuestion, questionLabels } from '../rules/questions';
import { RefreshOnChange } from './refresh-on-change';

interface CorrectionCardProps {
  myCase: MyCase;
  idempotencyKey: string;
}

/** Which fields the union asks about and why, each with a button straight to it; then 重新提交. */
export function CorrectionCard({ myCase, idempotencyKey }: CorrectionCardProps) {
  const fields = myCase.sentBackFields.filter(isQuestion);
  return (
    <Card pad>
      <h2 className="text-h3">{fields.length > 0 ? `要补正 ${fields.length} 项` : '都改好了'}</h2>
      {fields.length > 0 && myCase.reason && <p className="mt-1">{myCase.reason}</p>}
      {fields.length > 0 ? (
        <div className="mt-4 flex flex-col gap-2">
          {fields.map((field, at) => (
            <LinkButton
              key={field}
              href={questionPath(field)}
              variant={at === 0 ? 'primary' : 'secondary'}
              block
            >
              去改{questionLabels[field]}
            </LinkButton>
          ))}
        </div>
      ) : (
        <Form action={resubmitApplicationAction} idempotencyKey={idempotencyKey} className="mt-4">
          <RefreshOnChange />
          <input type="hidden" name="applicationId" value={myCase.id} />
          <input type="hidden" name="version" value={myCase.version} />
          <SubmitButton>重新提交</SubmitButton>
        </Form>
      )}
    </Card>
  );
}
