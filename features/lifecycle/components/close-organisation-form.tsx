import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SearchSelect } from '@/components/forms/search-select';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { formatCount } from '@/lib/format';
import { closeOrganisationAction } from '../actions';
import type { ClosingScreen } from '../queries/closing-screen';

const ways = [
  {
    value: 'merged',
    label: '合并',
    hint: '并入另一个工会，会员和用人单位都归它',
  },
  {
    value: 'dissolved',
    label: '撤销',
    hint: '单位终止等；会员转到网上会员之家，或另选一个工会',
  },
];
const destinations = [
  { value: 'parent', label: '归到上级' },
  { value: 'successor', label: '归到接收的工会' },
];
const nobody = { value: '', label: '没有会员，不用接收', depth: 0, reading: '' };

/** Merges or closes a union: on which paper, who takes over, and where the unions below go. */
export function CloseOrganisationForm({
  screen,
  today,
}: {
  screen: ClosingScreen;
  /** YYYY-MM-DD */
  today: string;
}) {
  const { organisation, counts, choices, homeId, blocked, confirmed } = screen;
  const { id, version } = organisation;
  if (blocked)
    return (
      <Notice tone="warning" className="mt-6">
        标着“先办完”的办完后，再来撤并。
      </Notice>
    );
  if (!confirmed) {
    const next = encodeURIComponent(`/desk/organisations/${id}/close`);
    return (
      <Notice className="mt-6">
        撤并要先<TextLink href={`/staff/confirm?next=${next}`}>输入动态码</TextLink>。
      </Notice>
    );
  }
  const needed = counts.members + counts.applications > 0;
  return (
    <Form action={closeOrganisationAction} className="mt-8 max-w-form">
      <FieldStack>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="members" value={counts.members} />
        <RadioGroup name="way" label="怎么办" options={ways} />
        <SearchSelect
          name="successorId"
          label="由谁接收"
          hint={needed ? `${formatCount(counts.members)} 名会员从今天起归它` : undefined}
          search="找工会，拼音、首字母也可以"
          options={needed ? choices : [nobody, ...choices]}
          defaultValue={needed ? (homeId ?? undefined) : ''}
        />
        {counts.children > 0 && (
          <RadioGroup
            name="childrenTo"
            label="下级组织归到哪里"
            options={destinations}
            defaultValue="parent"
          />
        )}
        <TextField name="documentNo" label="批复文号" hint="照纸面填" maxLength={40} />
        <DateField name="decidedOn" label="批复日期" max={today} />
        <TextArea name="reason" label="原因" maxLength={200} rows={2} />
        <p>办完不能撤回。原会籍到昨天 24:00 为止；入会码指到接收的工会，记录都保留。</p>
        <SubmitButton variant="danger">撤并这个组织</SubmitButton>
      </FieldStack>
    </Form>
  );
}
