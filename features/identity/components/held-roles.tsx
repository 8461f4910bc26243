import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { flushFold } from '@/components/ui/disclosure';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { changeTermAction, revokeRoleAction } from '../actions';
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
            {grant.endsOn && `，任期到${formatFullDay(grant.endsOn)}`}
          </p>
          {editable && grant.role !== 'system_admin' && (
            <Form
              action={changeTermAction}
              part={`term-${grant.grantId}`}
              fold={flushFold('改任期')}
            >
              <FieldStack>
                <input type="hidden" name="grantId" value={grant.grantId} />
                <DateField
                  name="endsOn"
                  label="任期到哪天"
                  optional
                  hint="到期自动收回；清空就一直有效"
                  defaultValue={grant.endsOn ?? ''}
                />
                <TextField
                  name="reason"
                  label="改任期的原因"
                  hint="如：续任、代班"
                  maxLength={100}
                />
                <SubmitButton variant="secondary" small block={false} pendingText="正在改…">
                  改任期
                </SubmitButton>
              </FieldStack>
            </Form>
          )}
          {editable && (
            <Form action={revokeRoleAction} part={grant.grantId} fold={flushFold('收回')}>
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
