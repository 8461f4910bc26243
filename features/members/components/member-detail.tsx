import { TextLink } from '@/components/ui/app-link';
import { AuditTrail } from '@/components/ui/audit-trail';
import { Section } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { Breadcrumbs } from '@/components/ui/tabs';
import { Tag } from '@/components/ui/tag';
import { formatFullDay } from '@/lib/dates';
import { revealMemberFieldAction } from '../actions';
import type { Member } from '../queries/member';
import { changeLabels, changeReasonLabels, membershipLabels } from '../rules/membership-words';
import { groupMemberNumber } from '../rules/numbers';
import { DeskField } from './desk-field';

function secret(member: Member, field: 'phone' | 'document', masked: string, label: string) {
  if (!member.mayReveal) return masked;
  const fields = { personId: member.personId, field };
  return (
    <DeskField action={revealMemberFieldAction} fields={fields} masked={masked} label={label} />
  );
}

const changeWords = ({ union, reason, note, on, recordedOn }: Member['changes'][number]) =>
  [
    union,
    reason && changeReasonLabels[reason],
    note,
    recordedOn !== on && `${formatFullDay(recordedOn)}登记`,
  ]
    .filter(Boolean)
    .join('，');

/** One member: who, where, since when, and every change of 会籍. */
export function MemberDetail({ member: m }: { member: Member }) {
  const sex = m.sex === 'female' ? '女' : '男';
  return (
    <>
      <Breadcrumbs
        trail={m.trail.map((step) => ({
          label: step.shortName,
          href: `/desk/organisations?id=${step.id}`,
        }))}
      />
      <h1 className="mb-4 flex flex-wrap items-center gap-2">
        {m.name}
        <Tag tone={m.status === 'left' ? 'neutral' : 'success'}>{membershipLabels[m.status]}</Tag>
      </h1>
      <Section title="会员信息">
        <KeyValues
          rows={[
            { label: '会员号', value: groupMemberNumber(m.memberNo) },
            { label: '性别、生日', value: m.birthOn ? `${sex}，${formatFullDay(m.birthOn)}` : sex },
            { label: '手机号', value: secret(m, 'phone', m.phoneMasked, '手机号') },
            { label: '证件号码', value: secret(m, 'document', m.idMasked ?? '未登记', '证件号码') },
            {
              label: '职业',
              value: `${m.occupation ?? '其他'}${m.isNewForm ? '（新就业形态）' : ''}`,
            },
            { label: '工作单位', value: m.employerName ?? '没有固定单位' },
            { label: '入会日期', value: formatFullDay(m.joinedOn) },
          ]}
        />
      </Section>
      <Section title="会籍变化">
        {m.changes.length === 0 ? (
          <p className="text-ink-2">系统启用前入会，没有变化记录。</p>
        ) : (
          <AuditTrail
            lines={m.changes.map((change) => ({
              at: formatFullDay(change.on),
              who: changeLabels[change.type],
              what: changeWords(change),
            }))}
          />
        )}
      </Section>
      {m.mayReveal && m.applications.length > 0 && (
        <Section title="入会申请">
          <ul>
            {m.applications.map((application) => (
              <li key={application.id}>
                <TextLink href={`/desk?view=done&case=${application.id}`}>
                  {application.number}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
