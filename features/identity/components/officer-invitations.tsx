import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { InlineForm } from '@/components/forms/inline-form';
import { PhoneField } from '@/components/forms/phone-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { flushFold } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { inviteOfficerAction, withdrawInvitationAction } from '../actions';
import type { OpenInvitation } from '../queries/invitations';
import type { RolePlace } from '../queries/roles';
import { roleLabels } from '../rules/role-labels';
import { placeOptions, roleOptions } from './grant-form';

interface InviteProps {
  /** As it was searched for, and found on nobody. */
  phone: string;
  places: readonly RolePlace[];
  open: boolean;
}

/** 邀请: somebody who never signed in gets a text, proves the phone, and accepts. */
export function InviteForm({ phone, places, open }: InviteProps) {
  return (
    <Panel title="邀请没登录过的人" note="收到短信，登录后接受才生效">
      <Form
        action={inviteOfficerAction}
        part="invite"
        idempotencyKey={newId()}
        fold={flushFold('发邀请', open)}
      >
        <FieldStack>
          <PhoneField name="phone" label="本人手机号" defaultValue={phone} autoComplete="off" />
          <TextField name="name" label="本人姓名" maxLength={30} autoComplete="off" />
          <SelectField name="role" label="角色" options={roleOptions} placeholder="请选择" />
          <SelectField
            name="organisationId"
            label="在哪个组织"
            options={placeOptions(places)}
            placeholder="请选择"
          />
          <DateField
            name="endsOn"
            label="任期到哪天"
            optional
            hint="到期自动收回；不填就一直有效"
          />
          <TextField name="reason" label="邀请原因" hint="如：换届当选、调岗" maxLength={100} />
          <SubmitButton block={false} pendingText="正在发…">
            发邀请短信
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}

/** Who was asked and has not accepted. */
export function InvitationTable({ rows, now }: { rows: readonly OpenInvitation[]; now: Date }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="等接受的邀请"
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: '姓名', cell: (row) => <b>{row.name}</b> },
        { head: '手机尾号', cell: (row) => row.phoneTail },
        { head: '角色', cell: (row) => `${roleLabels[row.role]}，${row.organisation}` },
        { head: '任期到', cell: (row) => (row.endsOn ? formatFullDay(row.endsOn) : '不限') },
        {
          head: '有效到',
          cell: (row) =>
            row.expiresAt > now ? formatDateTime(row.expiresAt, now) : <Tag>已过期</Tag>,
        },
        {
          head: '',
          cell: (row) => (
            <InlineForm action={withdrawInvitationAction} fields={{ invitationId: row.id }}>
              <SubmitButton small block={false} variant="secondary" pendingText="撤回中…">
                撤回<span className="visually-hidden">{row.name}的邀请</span>
              </SubmitButton>
            </InlineForm>
          ),
        },
      ]}
    />
  );
}
