import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { disableAccountAction, enableAccountAction, resetSecondFactorAction } from '../actions';
import type { RoleSubject } from '../queries/roles';

interface ToolProps {
  action: FormAction;
  accountId: string;
  verb: string;
  part: string;
  hint: string;
}

function Tool({ action, accountId, verb, part, hint }: ToolProps) {
  return (
    <Form action={action} part={part} fold={foldOf(verb)}>
      <FieldStack>
        <input type="hidden" name="accountId" value={accountId} />
        <TextField name="reason" label="原因" hint={hint} maxLength={100} />
        <SubmitButton variant="danger" small block={false}>
          {verb}
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** What a system administrator may do to an account itself. */
export function AccountTools({ subject }: { subject: RoleSubject }) {
  const { accountId } = subject;
  return (
    <Disclosures>
      {subject.hasSecondFactor && (
        <Tool
          action={resetSecondFactorAction}
          accountId={accountId}
          verb="解绑动态码"
          part="second-factor"
          hint="手机丢失或更换时用。请先当面或打电话核实是本人。"
        />
      )}
      {subject.disabledAt ? (
        <Tool
          action={enableAccountAction}
          accountId={accountId}
          verb="恢复账号"
          part="enable"
          hint="角色和停用前一样。"
        />
      ) : (
        <Tool
          action={disableAccountAction}
          accountId={accountId}
          verb="停用账号"
          part="disable"
          hint="马上退出全部设备，不能再登录。"
        />
      )}
    </Disclosures>
  );
}
