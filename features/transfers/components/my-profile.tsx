import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Section } from '@/components/ui/card';
import { Cell, CellList, FactList } from '@/components/ui/cell-list';
import type { MyMembership } from '@/features/members/queries/my-membership';
import type { Occupation } from '@/features/members/queries/occupations';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { formatFullDay } from '@/lib/dates';
import { askForChangeAction } from '../actions';
import type { MyTransfer } from '../queries/open-transfer';
import { type MemberRequestKind, requestTitles } from '../rules/membership-requests';

const kinds: readonly MemberRequestKind[] = ['move', 'work', 'leave'];
const hrefOf = (kind: MemberRequestKind) => `/me/profile/change?kind=${kind}`;

/** What the union has on record of its member. */
export function ProfileFacts({ member: m }: { member: MyMembership }) {
  return (
    <FactList
      facts={[
        { label: '姓名', value: m.name ?? '' },
        { label: '会员号', value: groupMemberNumber(m.memberNo) },
        { label: '所在工会', value: m.unionName },
        { label: '职业', value: m.occupation ?? '其他' },
        { label: '工作单位', value: m.employerName ?? '没有固定单位' },
        { label: '入会日期', value: formatFullDay(m.joinedOn) },
      ]}
    />
  );
}

/** What can be asked for, and what is waiting for the union's answer. */
export function ProfileChanges({ requests }: { requests: readonly MyTransfer[] }) {
  const open = requests.filter(({ status }) => status === 'requested');
  return (
    <Section title="资料有变化">
      <CellList>
        {kinds.map((kind) => {
          const asked = open.find((request) => request.kind === kind);
          return asked ? (
            <Cell
              key={kind}
              title={requestTitles[kind]}
              sub={`${asked.number} 已登记，${asked.unionName}核对后答复`}
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
  idempotencyKey: string;
}

function Fields({ kind, member, occupations }: Omit<ChangeFormProps, 'idempotencyKey'>) {
  if (kind === 'move') return <TextField name="wish" label="新单位的名称" maxLength={60} />;
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
export function ChangeForm({ kind, member, occupations, idempotencyKey }: ChangeFormProps) {
  return (
    <Form action={askForChangeAction} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="kind" value={kind} />
      <div className="grid gap-6">
        <Fields {...{ kind, member, occupations }} />
        <SubmitButton pendingText="登记中…">{kind === 'leave' ? '登记退会' : '登记'}</SubmitButton>
      </div>
    </Form>
  );
}
