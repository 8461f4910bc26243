import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card, Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { LinkButton } from '@/components/ui/link-button';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { acceptInvitationAction } from '../actions';
import type { MyInvitations } from '../queries/invitations';
import { roleDuties, roleLabels } from '../rules/role-labels';

/** On 我的: that somebody asked; nothing for everyone else. */
export function InvitationCell({ mine }: { mine: MyInvitations }) {
  if (mine.invitations.length === 0) return null;
  return (
    <Section title="工作邀请">
      <CellList>
        <Cell
          icon="shield"
          title={`${mine.invitations.length} 个邀请等您接受`}
          href="/staff/invitation"
        />
      </CellList>
    </Section>
  );
}

/** What was asked, until when it stands, and what is done first. */
export function InvitationCards({ mine }: { mine: MyInvitations }) {
  const { invitations, hasPassword, now } = mine;
  return (
    <ul className="flex flex-col gap-4">
      {invitations.map((one) => (
        <li key={one.id}>
          <Card pad>
            <h2 className="text-h3">{roleLabels[one.role]}</h2>
            <p>{one.organisation}</p>
            <p className="text-secondary text-ink-2">{roleDuties[one.role]}</p>
            <p className="mt-1 text-secondary text-ink-2">
              {one.endsOn && `任期到${formatFullDay(one.endsOn)}。`}
              {formatDateTime(one.expiresAt, now)}前接受有效。
            </p>
            <div className="mt-4">
              {hasPassword ? (
                <InlineForm action={acceptInvitationAction} fields={{ invitationId: one.id }}>
                  <SubmitButton pendingText="正在接受…">接受，去登录工作台</SubmitButton>
                </InlineForm>
              ) : (
                <LinkButton block href="/me/password">
                  先设置登录密码
                </LinkButton>
              )}
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
