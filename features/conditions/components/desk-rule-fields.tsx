import type { ReactNode } from 'react';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { DateField } from '@/components/forms/date-field';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { gradeLabel } from '@/features/family/rules/grade';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import { SEGMENT_WORDS } from '@/features/offerings/schema/notice-rules';
import type { RuleRow, RuleValues } from '../rules/rule-rows';

const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ value: String(n), label: gradeLabel(n) }));
const alike = [
  { value: 'kind', label: '所有同类服务' },
  { value: 'course', label: '同一课程（含复制的各期）' },
];

interface FieldsProps {
  values: RuleValues;
  choices: ConditionChoices;
}

const text = (values: RuleValues, name: string) => {
  const value = values[name];
  return typeof value === 'string' ? value : value?.[0];
};
const list = (values: RuleValues, name: string) => [values[name] ?? []].flat();

/** Side by side where there is room; a row of two is one sentence to the reader. */
const Pair = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-4 sm:grid-cols-2">{children}</div>
);

function Count(props: { values: RuleValues; name: string; label: string; hint?: string }) {
  const { values, ...words } = props;
  return (
    <TextField
      {...words}
      inputMode="numeric"
      maxLength={5}
      defaultValue={text(values, props.name)}
    />
  );
}

const bands: Record<string, [string, string, string, string]> = {
  age: ['ageMin', '满多少周岁', 'ageMax', '不超过多少周岁'],
  schoolAge: ['schoolAgeMin', '8 月 31 日满多少周岁', 'schoolAgeMax', '8 月 31 日不超过多少周岁'],
};
const counts: Record<string, [string, string, string?]> = {
  joined: ['joinedMonths', '入会满几个月'],
  quotaTown: ['quotaTown', '同一辖区每场最多几个名额', '不能超过每场的名额'],
  quotaUnit: ['quotaUnit', '每个单位每场最多几个名额', '不能超过每场的名额'],
  personLimit: ['personLimit', '每人最多几个名额', '有期次的按本期算，否则按这项服务算'],
  familyLimit: ['familyLimit', '每个家庭最多几个名额', '同一个孩子的监护人和他们的孩子合计'],
  waitlist: ['waitlistMax', '每场最多多少人候补', '填 0 就是满了不候补'],
};

const others: Record<string, (props: FieldsProps) => ReactNode> = {
  sex: ({ values }) => (
    <SelectField
      name="sex"
      label="面向"
      defaultValue={text(values, 'sex')}
      options={[
        { value: 'female', label: '女' },
        { value: 'male', label: '男' },
      ]}
    />
  ),
  born: ({ values }) => (
    <Pair>
      <DateField
        name="bornFrom"
        label="最早生日（含当天）"
        defaultValue={text(values, 'bornFrom')}
      />
      <DateField name="bornTo" label="最晚生日（含当天）" defaultValue={text(values, 'bornTo')} />
    </Pair>
  ),
  grade: ({ values }) => (
    <Pair>
      {(['gradeMin', 'gradeMax'] as const).map((name) => (
        <SelectField
          key={name}
          name={name}
          label={name === 'gradeMin' ? '最低年级（按秋季）' : '最高年级（按秋季）'}
          options={grades}
          placeholder="不限"
          defaultValue={text(values, name)}
        />
      ))}
    </Pair>
  ),
  group: ({ values, choices }) => (
    <CheckboxGroup
      columns
      name="occupations"
      label="可以报的职业"
      options={choices.trades.map((t) => ({ value: t.code, label: t.name }))}
      defaultValues={list(values, 'occupations')}
    />
  ),
  towns: ({ values, choices }) => (
    <CheckboxGroup
      columns
      name="organisationIds"
      label="可以报的辖区（含下级工会）"
      options={choices.towns.map((t) => ({ value: t.id, label: t.shortName }))}
      defaultValues={list(values, 'organisationIds')}
    />
  ),
  segment: ({ values, choices }) => (
    <Pair>
      <SelectField
        name="segmentId"
        label="哪个人群"
        hint="保存时按它现在的条件定下；以后人群改了，这里不变"
        placeholder="选一个人群"
        options={choices.segments.map((s) => ({
          value: s.id,
          label: `${s.name}（${s.organisation}）`,
        }))}
        defaultValue={text(values, 'segmentId')}
      />
      <TextField
        name="segmentWords"
        label="会员看到的说法"
        hint="会员看不到人群的名称，如：面向近一年没参加过培训的快递员"
        maxLength={SEGMENT_WORDS}
        defaultValue={text(values, 'segmentWords')}
      />
    </Pair>
  ),
  repeat: ({ values }) => (
    <div className="grid gap-4 sm:grid-cols-2">
      <Count values={values} name="repeatMonths" label="几个月内只参加一次（3 年填 36）" />
      <SelectField
        name="repeatOf"
        label="重复按什么算"
        options={alike}
        defaultValue={text(values, 'repeatOf')}
      />
      <CheckboxField
        name="repeatOnce"
        label="每人只参加一次，不论隔多久"
        defaultChecked={text(values, 'repeatOnce') === 'yes'}
      />
    </div>
  ),
  attendance: ({ values }) => (
    <div className="grid gap-4 sm:grid-cols-3">
      <Count values={values} name="attendanceMin" label="上期出勤不满（%）" />
      <Count values={values} name="attendanceTerms" label="停报几期" />
      <SelectField
        name="attendanceOf"
        label="出勤按什么算"
        options={alike}
        defaultValue={text(values, 'attendanceOf')}
      />
    </div>
  ),
  familyYear: ({ values }) => (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <Count
        values={values}
        name="familyYearLimit"
        label="每个家庭每年最多几次"
        hint="家庭是同一个孩子的监护人和他们的孩子；按上课第一天算哪一年"
      />
      <SelectField
        name="familyYearOf"
        label="每年的次数按什么算"
        options={alike}
        defaultValue={text(values, 'familyYearOf')}
      />
    </div>
  ),
  lastDraw: ({ values }) => (
    <SelectField
      name="lastDraw"
      label="上次没中签的人"
      defaultValue={text(values, 'lastDraw')}
      options={[
        { value: 'losers_first', label: '优先（抽签时多一份机会）' },
        { value: 'losers_only', label: '只面向他们' },
      ]}
    />
  ),
  noShow: ({ values }) => (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="noShow"
        label="爽约限制"
        defaultValue={text(values, 'noShow')}
        options={[
          { value: 'on', label: '限制' },
          { value: 'off', label: '不限制' },
        ]}
      />
      <Count values={values} name="noShowDays" label="多少天内" hint="不填按设置" />
      <Count values={values} name="noShowLimit" label="爽约满几次" hint="不填按设置" />
      <Count values={values} name="noShowBarDays" label="暂停多少天" hint="不填按设置" />
    </div>
  ),
};

/** The fields of one condition, each with its unit in the label. */
export function RuleFields({ row, ...props }: FieldsProps & { row: RuleRow }) {
  const band = bands[row.key];
  const count = counts[row.key];
  if (row.statement) {
    return (
      <>
        <input type="hidden" name={row.fields[0]} value="yes" />
        <p>{row.statement}</p>
      </>
    );
  }
  if (band) {
    return (
      <Pair>
        <Count values={props.values} name={band[0]} label={band[1]} />
        <Count values={props.values} name={band[2]} label={band[3]} />
      </Pair>
    );
  }
  if (count)
    return <Count values={props.values} name={count[0]} label={count[1]} hint={count[2]} />;
  return others[row.key]?.(props) ?? null;
}
