import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { foldOf } from '@/components/ui/disclosure';
import { formatDateTime } from '@/lib/dates';
import { revokeRoleAction } from '../actions';
import type { HeldRole } from '../queries/roles';
import { roleLabels } from '../rules/role-labels';

interface HeldRolesProps {
  roles: readonly HeldRole[];
  editable: boolean;
  now: Date;
}

/** The roles one person holds; each can be taken back with a reason. */
export function HeldRoles({ roles, editable, now }: HeldRolesProps) {
  if (roles.length === 0) return <p className="text-ink-2">在您管辖的范围内没有角色。</p>;
  return (
    <ul className="rows">
      {roles.map((grant) => (
        <li key={grant.grantId} className="py-2">
          <p>
            <b>{roleLabels[grant.role]}</b> · {grant.organisationName}
          </p>
          <p className="text-meta text-ink-3">
            {formatDateTime(grant.grantedAt, now)} 授予{grant.reason && `，${grant.reason}`}
          </p>
          {editable && (
            <Form action={revokeRoleAction} part={grant.grantId} fold={foldOf('收回')}>
              <FieldStack>
                <input type="hidden" name="grantId" value={grant.grantId} />
                <TextField
                  name="reason"
                  label="收回原因"
                  hint="如：换届、调岗、离职"
                  maxLength={100}
                />
                <SubmitButton variant="danger" small block={false} pendingText="收回中…">
                  收回 {roleLabels[grant.role]}
                </SubmitButton>
              </FieldStack>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
