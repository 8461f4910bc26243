import type { Kind, OfferingRules } from '@/features/offerings/schema/offering';

/** Form fields as text, several of one name as a list: what the address of the editor carries. */
export type RuleValues = Readonly<Record<string, string | readonly string[]>>;

export interface RuleRow {
  readonly key: string;
  /** What an officer picks from the list: 年龄, 间隔. */
  readonly label: string;
  readonly fields: readonly string[];
  /** A sentence that is on or off; without fields to fill in. */
  readonly statement?: string;
  readonly kinds?: readonly Kind[];
  /** With what the row opens. */
  readonly opens?: Readonly<Record<string, string>>;
}

const child: readonly Kind[] = ['childcare'];

/** Every condition an officer may add, in the order in which it is read (domain.md §3). */
export const ruleRows: readonly RuleRow[] = [
  { key: 'sex', label: '性别', fields: ['sex'], opens: { sex: 'female' } },
  { key: 'age', label: '年龄', fields: ['ageMin', 'ageMax'] },
  { key: 'born', label: '出生日期', fields: ['bornFrom', 'bornTo'] },
  { key: 'schoolAge', label: '学年年龄', fields: ['schoolAgeMin', 'schoolAgeMax'], kinds: child },
  { key: 'grade', label: '年级', fields: ['gradeMin', 'gradeMax'], kinds: child },
  {
    key: 'newForm',
    label: '新就业形态',
    fields: ['newFormOnly'],
    statement: '只面向新就业形态劳动者',
  },
  { key: 'group', label: '职业', fields: ['occupations'] },
  { key: 'towns', label: '镇、街道', fields: ['organisationIds'] },
  { key: 'segment', label: '人群', fields: ['segmentId', 'segmentWords'] },
  { key: 'joined', label: '入会时间', fields: ['joinedMonths'] },
  {
    key: 'retained',
    label: '在职',
    fields: ['excludeRetained'],
    statement: '在职会员才能报，保留会籍的不报',
  },
  {
    key: 'transfer',
    label: '转会',
    fields: ['transferFirst'],
    statement: '转会没办完的先办完再报',
  },
  {
    key: 'repeat',
    label: '间隔',
    fields: ['repeatMonths', 'repeatOnce', 'repeatOf'],
    opens: { repeatOf: 'kind' },
  },
  {
    key: 'recheck',
    label: '通知再来',
    fields: ['recheckReturns'],
    statement: '通知再来的人，由女职工部核实后不受间隔限制',
    kinds: ['screening'],
  },
  {
    key: 'attendance',
    label: '出勤',
    fields: ['attendanceMin', 'attendanceTerms', 'attendanceOf'],
    opens: { attendanceMin: '70', attendanceTerms: '1', attendanceOf: 'kind' },
  },
  {
    key: 'lastDraw',
    label: '上次抽签',
    fields: ['lastDraw'],
    opens: { lastDraw: 'losers_first' },
  },
  { key: 'quotaTown', label: '辖区名额', fields: ['quotaTown'] },
  { key: 'quotaUnit', label: '单位名额', fields: ['quotaUnit'] },
  { key: 'personLimit', label: '每人名额', fields: ['personLimit'] },
  { key: 'familyLimit', label: '每家名额', fields: ['familyLimit'] },
  {
    key: 'familyYear',
    label: '每家每年',
    fields: ['familyYearLimit', 'familyYearOf'],
    opens: { familyYearLimit: '1', familyYearOf: 'kind' },
  },
  { key: 'waitlist', label: '候补人数', fields: ['waitlistMax'] },
  {
    key: 'noShow',
    label: '爽约',
    fields: ['noShow', 'noShowDays', 'noShowLimit', 'noShowBarDays'],
    opens: { noShow: 'on' },
  },
];

// A choice that is always sent says nothing of whether its row is wanted.
const silent: Readonly<Record<string, string>> = {
  repeatOf: '*',
  attendanceOf: '*',
  familyYearOf: '*',
  attendanceTerms: '*',
  lastDraw: 'any',
  noShow: 'on',
};

/** What one session may ask of its own: who somebody is. */
const ofSessions = [
  'sex',
  'age',
  'born',
  'schoolAge',
  'grade',
  'newForm',
  'group',
  'towns',
  'joined',
];

/** Rows for this kind of service, or those of them that one session may ask of its own. */
export const rowsFor = (kind: Kind, ofSession = false): RuleRow[] =>
  ruleRows.filter(
    (row) =>
      (!row.kinds || row.kinds.includes(kind)) && (!ofSession || ofSessions.includes(row.key)),
  );

function isOn(row: RuleRow, values: RuleValues): boolean {
  return row.fields.some((name) => {
    const value = values[name];
    return Boolean(value?.length) && silent[name] !== '*' && silent[name] !== value;
  });
}

/** The rows that stand on the page: those that ask something, and those just added. */
export const shownRows = (kind: Kind, values: RuleValues, added: readonly string[]): RuleRow[] =>
  rowsFor(kind).filter((row) => isOn(row, values) || added.includes(row.key));

/** The values with a row added or taken away, as the two buttons of the editor do. */
export function editRows(
  values: RuleValues,
  { add, remove }: { add?: string | undefined; remove?: string | undefined },
): RuleValues {
  const gone = ruleRows.find((row) => row.key === remove)?.fields ?? [];
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !gone.includes(name)));
  const more = ruleRows.find((row) => row.key === add);
  const on = more?.statement ? { [more.fields[0] ?? '']: 'yes' } : more?.opens;
  return { ...on, ...rest };
}

/** Stored rules as the fields that edit them. */
export function ruleValuesOf(rules: OfferingRules): Record<string, string | string[]> {
  const entries = Object.entries(rules).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [[name, 'yes'] as const];
    if (name === 'segment') {
      return rules.segment
        ? [['segmentId', rules.segment.id] as const, ['segmentWords', rules.segment.words] as const]
        : [];
    }
    return [[name, Array.isArray(value) ? [...value] : String(value)] as const];
  });
  return Object.fromEntries(entries);
}
