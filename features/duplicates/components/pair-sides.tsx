import { BeforeAfter, type BeforeAfterRow } from '@/components/ui/before-after';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { EmployerSide, Follows, PersonSide } from '../queries/pair';

const nothing = '（空）';
const day = (on: string | null) => (on ? formatFullDay(on) : null);

function documentOf({ idType, idMasked }: PersonSide): string | null {
  if (!idMasked) return null;
  const labels: Readonly<Record<string, string>> = identityDocumentLabels;
  return `${(idType && labels[idType]) ?? ''} ${idMasked}`.trim();
}

function signedIn(side: PersonSide, now: Date): string {
  if (side.signedInAt) return formatDateTime(side.signedInAt, now);
  return side.imported ? '导入的，还没登录过' : '没登录过';
}

const sexLabels = { male: '男', female: '女' } as const;

type Row = readonly [label: string, a: string | null | undefined, b: string | null | undefined];

const rowsOf = (rows: readonly Row[]): BeforeAfterRow[] =>
  rows
    .filter(([, a, b]) => a || b)
    .map(([label, a, b]) => ({ label, before: a || nothing, after: b || nothing }));

const peopleRows = (a: PersonSide, b: PersonSide, now: Date): Row[] => [
  ['姓名', a.name, b.name],
  ['性别', a.sex && sexLabels[a.sex], b.sex && sexLabels[b.sex]],
  ['出生日期', day(a.birthOn), day(b.birthOn)],
  ['证件', documentOf(a), documentOf(b)],
  ['手机', a.phoneMasked, b.phoneMasked],
  ['会员号', a.memberNo, b.memberNo],
  ['工会', a.union, b.union],
  ['入会', day(a.joinedOn), day(b.joinedOn)],
  ['上次登录', signedIn(a, now), signedIn(b, now)],
];

const originLabels = { listed: '台账内', found: '台账外' } as const;
const inRegister = ({ origin, listedOn }: EmployerSide): string | null =>
  origin && `${originLabels[origin]}${listedOn ? `，${formatFullDay(listedOn)}列入` : ''}`;

const employerRows = (a: EmployerSide, b: EmployerSide): Row[] => [
  ['名称', a.name, b.name],
  ['统一社会信用代码', a.uscc, b.uscc],
  ['所在地', a.town, b.town],
  ['所属工会', a.union, b.union],
  ['行业', a.industry, b.industry],
  ['职工', a.staffCount?.toString(), b.staffCount?.toString()],
  ['地址', a.address, b.address],
  ['企业台账', inRegister(a), inRegister(b)],
];

const followWords = (follows: readonly Follows[]): string =>
  follows.map(({ label, rows }) => `${label} ${formatCount(rows)}`).join('，') || '没有';

interface SidesProps {
  people: readonly [PersonSide, PersonSide] | null;
  employers: readonly [EmployerSide, EmployerSide] | null;
  follows: readonly [readonly Follows[], readonly Follows[]];
  now: Date;
}

/** Both records side by side, what differs marked, with what belongs to each. */
export function PairSides({ people, employers, follows, now }: SidesProps) {
  const rows = people
    ? peopleRows(people[0], people[1], now)
    : employers
      ? employerRows(employers[0], employers[1])
      : [];
  const [a, b] = follows;
  return (
    <BeforeAfter
      heads={{ before: '记录一', after: '记录二' }}
      rows={rowsOf([...rows, ['名下有', followWords(a), followWords(b)]])}
    />
  );
}
