import type { ReactNode } from 'react';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { DateField } from '@/components/forms/date-field';
import { SearchSelect } from '@/components/forms/search-select';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import type { SegmentChoices } from '../queries/choices';
import { type DraftNode, fieldAt } from '../rules/segment-draft';
import { attendedLabels } from '../rules/segment-words';
import type { ClauseKind } from '../schema/definition';

interface FieldsProps {
  node: DraftNode;
  choices: SegmentChoices;
}

const text = ({ values }: DraftNode, field: string) => {
  const value = values[field];
  return typeof value === 'string' ? value : value?.[0];
};
const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function Choice(props: FieldsProps & { field: string; label: string; of: Record<string, string> }) {
  const { node, field, label, of } = props;
  return (
    <SelectField
      name={fieldAt(field, node.at)}
      label={label}
      options={options(of)}
      defaultValue={text(node, field)}
    />
  );
}

function Day({ node, field, label }: { node: DraftNode; field: string; label: string }) {
  return (
    <DateField
      name={fieldAt(field, node.at)}
      label={label}
      optional
      defaultValue={text(node, field)}
    />
  );
}

function Count({ node, field, label }: { node: DraftNode; field: string; label: string }) {
  return (
    <TextField
      name={fieldAt(field, node.at)}
      label={label}
      optional
      inputMode="numeric"
      maxLength={4}
      defaultValue={text(node, field)}
    />
  );
}

const Pair = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-4 sm:grid-cols-2">{children}</div>
);

const fields: Record<ClauseKind, (props: FieldsProps) => ReactNode> = {
  union: ({ node, choices }) => (
    <SearchSelect
      name={fieldAt('organisationId', node.at)}
      label="哪个工会（含下级）"
      search="找工会，拼音、首字母也可以"
      defaultValue={text(node, 'organisationId')}
      options={choices.unions.map(({ id, name, depth, reading }) => ({
        ...{ value: id, label: name, depth, reading },
      }))}
    />
  ),
  occupation: ({ node, choices }) => (
    <CheckboxGroup
      columns
      name={fieldAt('codes', node.at)}
      label="哪些职业"
      options={choices.occupations.map((o) => ({ value: o.code, label: o.name }))}
      defaultValues={[node.values.codes ?? []].flat()}
    />
  ),
  new_form: (props) => (
    <Choice {...props} field="is" label="新就业形态劳动者" of={{ yes: '是', no: '不是' }} />
  ),
  sex: (props) => <Choice {...props} field="sex" label="性别" of={{ female: '女', male: '男' }} />,
  age: ({ node }) => (
    <Pair>
      <Count node={node} field="from" label="今天满多少周岁" />
      <Count node={node} field="to" label="今天不超过多少周岁" />
    </Pair>
  ),
  joined: ({ node }) => (
    <Pair>
      <Day node={node} field="from" label="最早入会日（含当天）" />
      <Day node={node} field="to" label="最晚入会日（含当天）" />
    </Pair>
  ),
  attended: (props) => (
    <div className="grid gap-4 sm:grid-cols-3">
      <Choice {...props} field="of" label="哪类服务" of={attendedLabels} />
      <SelectField
        name={fieldAt('offeringId', props.node.at)}
        label="哪一项"
        placeholder="不限哪一项"
        options={props.choices.services.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={text(props.node, 'offeringId')}
        className="sm:col-span-2"
      />
      <Count node={props.node} field="days" label="最近多少天内" />
      <Day node={props.node} field="from" label="或从哪天起" />
      <Day node={props.node} field="to" label="到哪天为止" />
    </div>
  ),
  signed_in: (props) => (
    <Pair>
      <Choice
        {...props}
        field="when"
        label="怎么算"
        of={{ before: '最近一次登录早于', after: '从这天起登录过', never: '从未登录' }}
      />
      <Day node={props.node} field="on" label="日期（从未登录的不填）" />
    </Pair>
  ),
};

/** The fields of one condition. */
export function ClauseFields(props: FieldsProps) {
  const { kind } = props.node;
  return kind === 'group' ? null : fields[kind](props);
}
