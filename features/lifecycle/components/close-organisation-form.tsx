import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { closeOrganisationAction } from '../actions';

/** Closes an organisation that nothing hangs on any more. */
export function CloseOrganisationForm({ id, version }: { id: string; version: number }) {
  return (
    <Form action={closeOrganisationAction} className="max-w-form">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        name="reason"
        label="撤销原因"
        hint="要先没有下级、会员、未办结的申请和服务。撤销后入会码和这里的角色立即失效，记录保留。"
        maxLength={200}
        rows={2}
        className="mb-6"
      />
      <SubmitButton variant="danger">撤销组织</SubmitButton>
    </Form>
  );
}
