import { formatFullDay } from '@/lib/dates';
import type { Paper, PaperCell } from '@/lib/documents/paper';
import type { AffairChange, FoundingKind } from './kinds';
import { changeNames, kindNames, wayOf } from './kinds';
import type { FoundingStep } from './steps';

export const paperNames = ['request', 'approval', 'results', 'founded', 'registration'] as const;
export type PaperName = (typeof paperNames)[number];

export interface PaperFacts {
  readonly kind: FoundingKind;
  /** The union, as it is or will be called. */
  readonly name: string;
  readonly form: string;
  readonly parent: string;
  readonly firms: readonly {
    readonly name: string;
    readonly uscc: string | null;
    readonly industry: string | null;
    readonly address: string | null;
    readonly staffCount: number | null;
  }[];
  readonly members: { readonly total: number; readonly women: number } | null;
  readonly seats: number | null;
  readonly assembly: {
    readonly on: string;
    readonly kind: 'members' | 'delegates';
    readonly due: number;
    readonly present: number;
    readonly issued: number;
    readonly returned: number;
    readonly valid: number;
  } | null;
  readonly elected: readonly { name: string; post: string; votes: number; body: string }[];
  /** The steps that were taken, by name: their day and number. */
  readonly done: Partial<Record<FoundingStep, { on: string; no: string | null }>>;
  readonly term: { years: number; endsOn: string } | null;
  readonly reason: string | null;
  readonly change: { what: AffairChange; value: string } | null;
  readonly contact: Readonly<Record<'name' | 'phone' | 'purpose' | 'group', string | null>> | null;
  /** What the tree knows of the union once it stands there. */
  readonly union: { address: string | null; phone: string | null; uscc: string | null } | null;
  readonly certificateNo: string | null;
}

const titles: Record<PaperName, string> = {
  request: '请示',
  approval: '筹备批复（草稿）',
  results: '选举结果的报告',
  founded: '成立批复（草稿）',
  registration: '工会法人资格登记申请表',
};

/** What a paper is called in a matter of this kind, as on its button. */
export function paperLabel(kind: FoundingKind, paper: PaperName): string {
  if (paper === 'founded' && kind === 'reelection') return '换届结果批复（草稿）';
  if (paper === 'approval' && kind !== 'founding') return `${kindNames[kind]}批复（草稿）`;
  return titles[paper];
}

/** After which step each is needed. */
const after: Record<PaperName, FoundingStep> = {
  request: 'lead',
  approval: 'applied',
  results: 'assembly',
  founded: 'results',
  registration: 'founded',
};
const all: Record<FoundingKind, readonly PaperName[]> = {
  founding: paperNames,
  reelection: paperNames,
  change: ['registration'],
  dissolution: ['request', 'approval', 'registration'],
  reissue: ['registration'],
};

/** The papers that a matter needs by now, in the order of its steps; none once it was given up. */
export function papersOf(kind: FoundingKind, now: FoundingStep): PaperName[] {
  const way = wayOf(kind);
  const at = way.indexOf(now);
  return all[kind].filter((paper) => {
    const needed = way.indexOf(after[paper]);
    // A form of registration that follows no 成立 is needed from the beginning.
    return at >= 0 && at >= Math.max(needed, 0);
  });
}

const blankNo = '　　　　〔　　　　〕　　号';
const blankDay = '　　　　年　　月　　日';
const dayOf = (done: { on: string } | undefined) => (done ? formatFullDay(done.on) : blankDay);
const noOf = (done: { no: string | null } | undefined) => done?.no ?? blankNo;
const firmNames = ({ firms }: PaperFacts) => firms.map(({ name }) => name).join('、');
const staffOf = ({ firms }: PaperFacts) =>
  firms.some(({ staffCount }) => staffCount === null)
    ? null
    : firms.reduce((sum, { staffCount }) => sum + (staffCount ?? 0), 0);

const letter = (paper: Partial<Paper> & Pick<Paper, 'title'>): Paper => ({
  ...{ number: blankNo, to: '', paragraphs: [], rows: [], signer: '', date: blankDay },
  ...paper,
});

function request(f: PaperFacts): Paper {
  const { applied } = f.done;
  const staff = staffOf(f);
  const founding = [
    `${firmNames(f)}现有职工${staff === null ? '　　' : staff}人。为${f.contact?.purpose || '依法维护职工合法权益，构建和谐劳动关系'}，根据《中华人民共和国工会法》第三条、第十一条，拟${f.form}，名称为${f.name}。`,
    `现申请成立${f.name}筹备组。筹备组成员：${f.contact?.group || '　　　　　　　　　　　　'}。`,
    `联系人：${f.contact?.name || '　　　　　　'}，电话：${f.contact?.phone || '　　　　　　　　　　'}。`,
  ];
  const later = [
    f.kind === 'reelection'
      ? `${f.name}本届委员会任期将满，根据《中华人民共和国工会法》第十六条，拟召开会员（代表）大会进行换届选举。`
      : `${f.name}因${f.reason ?? '　　　　　　'}，拟办理注销登记。`,
    ...(f.reason && f.kind === 'reelection' ? [`依据：${f.reason}。`] : []),
  ];
  const about =
    f.kind === 'founding'
      ? `关于成立${f.name}（筹备组）的请示`
      : `关于${f.name}${f.kind === 'reelection' ? '换届选举' : '注销'}的请示`;
  return letter({
    title: about,
    number: noOf(applied),
    to: f.parent,
    paragraphs: [...(f.kind === 'founding' ? founding : later), '当否，请批示。'],
    signer: f.kind === 'founding' ? `${f.name}筹备组` : f.name,
    date: dayOf(applied),
  });
}

function approval(f: PaperFacts): Paper {
  const { applied, approved } = f.done;
  const matter =
    f.kind === 'founding'
      ? `成立${f.name}筹备组`
      : `${f.name}${f.kind === 'reelection' ? '换届选举' : '注销'}`;
  return letter({
    title: `关于同意${matter}的批复`,
    number: noOf(approved),
    to: f.kind === 'founding' ? firmNames(f) : f.name,
    paragraphs: [
      `你单位${dayOf(applied)}《关于${matter}的请示》（${noOf(applied)}）收悉。经研究，同意${matter}。`,
      ...(f.kind === 'dissolution'
        ? ['请依法处理工会经费、财产，并到登记机关办理注销登记。']
        : [
            '请按照《中华人民共和国工会法》和工会基层组织选举工作的规定，发展会员，酝酿候选人，报我会审批后召开会员（代表）大会选举。',
          ]),
    ],
    signer: f.parent,
    date: dayOf(approved),
  });
}

function results(f: PaperFacts): Paper {
  const { results: reported } = f.done;
  const a = f.assembly;
  const meeting = a?.kind === 'delegates' ? '会员代表大会' : '会员大会';
  const bodies = [...new Set(f.elected.map(({ body }) => body))];
  return letter({
    title: `关于${f.name}选举结果的报告`,
    number: noOf(reported),
    to: f.parent,
    paragraphs: [
      a
        ? `${f.name}于${formatFullDay(a.on)}召开${meeting}，应到${a.due}人，实到${a.present}人，符合到会三分之二以上的规定。大会以无记名投票方式选举，发出选票${a.issued}张，收回${a.returned}张，有效票${a.valid}张。`
        : '',
      ...bodies.map((body) => {
        const those = f.elected.filter((one) => one.body === body);
        return `${body}：${those.map(({ name, post, votes }) => `${name}（${post}，${votes}票）`).join('、')}。`;
      }),
      '以上得票均超过应到会人数的半数，当选有效。现将选举结果报上，请审批。',
    ].filter((line) => line !== ''),
    signer: f.kind === 'founding' ? `${f.name}筹备组` : f.name,
    date: dayOf(reported),
  });
}

function founded(f: PaperFacts): Paper {
  const { results: reported, founded: paper } = f.done;
  const first = f.kind === 'founding';
  const bodies = [...new Set(f.elected.map(({ body }) => body))];
  return letter({
    title: first ? `关于同意成立${f.name}的批复` : `关于${f.name}换届选举结果的批复`,
    number: noOf(paper),
    to: first ? `${f.name}筹备组` : f.name,
    paragraphs: [
      `你会《关于${f.name}选举结果的报告》（${noOf(reported)}）收悉。经研究，同意${first ? `成立${f.name}，并同意` : ''}选举结果：`,
      ...bodies.map((body) => {
        const those = f.elected.filter((one) => one.body === body);
        return `${body}：${those.map(({ name, post }) => `${name}（${post}）`).join('、')}。`;
      }),
      f.term
        ? `本届任期${f.term.years}年，到${formatFullDay(f.term.endsOn)}止。`
        : '本届任期　　年，自批复之日起计算。',
    ],
    signer: f.parent,
    date: dayOf(paper),
  });
}

const cell = (label: string, value: string | number | null | undefined): PaperCell => ({
  label,
  value: value === null || value === undefined ? '' : String(value),
});

const types: Record<FoundingKind, string> = {
  founding: '申请',
  reelection: '变更（换届）',
  change: '变更',
  dissolution: '注销',
  reissue: '遗失补办',
};

function registration(f: PaperFacts): Paper {
  const { founded: paper } = f.done;
  const chair = f.elected.find(({ post }) => post === '主席');
  const one = f.firms.length === 1 ? f.firms[0] : undefined;
  return letter({
    title: titles.registration,
    number: '',
    date: '',
    rows: [
      [cell('申请类型', types[f.kind]), cell('联系电话', f.union?.phone)],
      [cell('工会名称', f.name)],
      ...(f.change ? [[cell(`变更后的${changeNames[f.change.what]}`, f.change.value)]] : []),
      [cell('住所', f.union?.address ?? one?.address), cell('邮政编码', '')],
      [cell('办公地址', ''), cell('电子邮箱', '')],
      [
        cell('第一届成立日', f.kind === 'founding' && paper ? formatFullDay(paper.on) : ''),
        cell('本届成立日', paper && formatFullDay(paper.on)),
      ],
      [cell('审批单位', f.parent), cell('批准文号', paper?.no)],
      [cell('职工人数', staffOf(f)), cell('会员人数', f.members?.total)],
      [cell('专职干部人数', ''), cell('单位性质', '')],
      [cell('所属行业', one?.industry), cell('单位信用代码', one?.uscc)],
      [cell('收入（万元）', '上年结余　　　　会费　　　　拨缴留成　　　　其他　　　　')],
      [cell('资金（万元）', '固定　　　　流动　　　　其他　　　　')],
      [cell('场所（平方米）', '办公　　　　活动　　　　其他　　　　')],
      [cell('旧证书号', f.certificateNo), cell('工会信用代码', f.union?.uscc)],
      [cell('业务范围', '')],
      [cell('法定代表人', chair?.name), cell('工会职务', chair ? '主席' : '')],
      [cell('性别', ''), cell('民族', '')],
      [cell('出生年月', ''), cell('文化程度', '')],
      [cell('政治面貌', ''), cell('专职或兼职', '')],
      [
        cell('任期', f.term ? `${f.term.years}年，到${formatFullDay(f.term.endsOn)}` : ''),
        cell('入会时间', ''),
      ],
      [cell('身份证号码', ''), cell('手机', '')],
      [cell('经办人', ''), cell('经办人电话', '')],
      [cell('基层工会意见', '\n（章）　　　　年　　月　　日')],
      [cell('上级工会意见', '\n（章）　　　　年　　月　　日')],
      [cell('登记机关意见', '\n（章）　　　　年　　月　　日')],
    ],
  });
}

const makers: Record<PaperName, (f: PaperFacts) => Paper> = {
  request,
  approval,
  results,
  founded,
  registration,
};

/**
 * A paper filled from what the matter knows by now; what it does not know is blank, to fill in by hand. No ID number
 * stands on it, and a phone only of the contact on the 请示. Source: domain.md §2.2; 工会法 11, 12, 16.
 */
export const paperOf = (paper: PaperName, facts: PaperFacts): Paper => makers[paper](facts);
