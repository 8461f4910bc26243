import { DateField } from '@/components/forms/date-field';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Section } from '@/components/ui/card';
import { Cell, CellList, FactList } from '@/components/ui/cell-list';
import type { MyMembership } from '@/features/members/queries/my-membership';
import type { Occupation } from '@/features/members/queries/occupations';
import type { MembershipStatus } from '@/features/members/rules/membership-life';
import { changeReasonLabels } from '@/features/members/rules/membership-words';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { formatFullDay } from '@/lib/dates';
import { askForChangeAction } from '../actions';
import type { MyTransfer } from '../queries/open-transfer';
import { type MemberRequestKind, requestsIn, requestTitles } from '../rules/membership-requests';

const hrefOf = (kind: MemberRequestKind) =>
  kind === 'move' ? '/me/transfer' : `/me/profile/change?kind=${kind}`;

/** What the union has on record of its member. */
export function ProfileFacts({ member: m, status }: { member: MyMembership; status: string }) {
  return (
    <FactList
      facts={[
        { label: '姓名', value: m.name ?? '' },
        { label: '会员号', value: groupMemberNumber(m.memberNo) },
        { label: '会籍', value: status },
        { label: '所在工会', value: m.unionName },
        { label: '职业', value: m.occupation ?? '其他' },
        { label: '工作单位', value: m.employerName ?? '没有固定单位' },
        { label: '入会日期', value: formatFullDay(m.joinedOn) },
      ]}
    />
  );
}

interface ProfileChangesProps {
  status: MembershipStatus;
  requests: readonly MyTransfer[];
}

/** What can be asked for, and what is waiting for the union's answer. */
export function ProfileChanges({ status, requests }: ProfileChangesProps) {
  const open = requests.filter(({ status }) => status === 'requested');
  return (
    <Section title="资料有变化">
      <CellList>
        {requestsIn[status].map((kind) => {
          const asked = open.find((request) => request.kind === kind);
          return asked ? (
            <Cell
              key={kind}
              title={requestTitles[kind]}
              sub={`${asked.number} 已登记，${asked.unionName}核对后答复`}
              href={hrefOf(kind)}
            />
          ) : (
            <Cell key={kind} title={requestTitles[kind]} href={hrefOf(kind)} />
          );
        })}
        <Cell title="更正姓名、证件号码" href="/me/corrections" />
      </CellList>
    </Section>
  );
}

interface ChangeFormProps {
  kind: MemberRequestKind;
  member: MyMembership;
  occupations: readonly Occupation[];
  today: string;
  idempotencyKey: string;
}

const retainReasons = ['retired', 'unemployed', 'military'] as const;

function Fields({ kind, member, occupations, today }: Omit<ChangeFormProps, 'idempotencyKey'>) {
  if (kind === 'restore') return <TextField name="wish" label="现在的单位" maxLength={60} />;
  if (kind === 'retain') {
    return (
      <>
        <RadioGroup
          name="changeReason"
          label="为什么"
          cards
          options={retainReasons.map((value) => ({ value, label: changeReasonLabels[value] }))}
        />
        <DateField name="changeOn" label="从哪天起" defaultValue={today} max={today} />
      </>
    );
  }
  if (kind === 'leave') return <TextArea name="wish" label="原因" optional maxLength={200} />;
  return (
    <>
      <SelectField
        name="occupation"
        label="职业"
        options={occupations.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={member.occupationCode}
      />
      <TextField
        name="employerName"
        label="工作单位或站点"
        optional
        maxLength={60}
        defaultValue={member.employerName ?? ''}
      />
    </>
  );
}

/** One request to the union: its question, and 登记. */
export function ChangeForm({ idempotencyKey, ...asked }: ChangeFormProps) {
  const { kind } = asked;
  return (
    <Form action={askForChangeAction} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="kind" value={kind} />
      <div className="grid gap-6">
        <Fields {...asked} />
        <SubmitButton pendingText="登记中…">{kind === 'leave' ? '登记退会' : '登记'}</SubmitButton>
      </div>
    </Form>
  );
}
