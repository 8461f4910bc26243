import { latestElection } from '@/features/offices/rules/term';
import {
  type ElectionRefusal,
  electedOf,
  isOnCommittee,
  majorityOf,
  quorumOf,
  refuseElection,
} from './assembly';
import { hasSurplus, leastCandidates, type Size, seatsFor } from './committee';
import type { FoundingFacts } from './facts';
import { type FoundingForm, formLabels, formsFor, refuseForm } from './form';
import type { CandidatePost } from './ties';

export interface CheckRow {
  readonly what: string;
  /** As it is, e.g. 33 / 41 人. */
  readonly actual: string;
  /** What is asked, with its sum. */
  readonly asked: string;
  readonly outcome: 'pass' | 'warn' | 'fail';
}

interface Checked {
  readonly form: FoundingForm;
  readonly firms: readonly { id: string; name: string }[];
  readonly candidates: readonly {
    id: string;
    post: CandidatePost;
    withdrawnReason: string | null;
  }[];
  readonly facts: FoundingFacts;
}

export interface CheckSettings {
  readonly bar: number;
  readonly women: number;
  readonly percent: number;
  readonly sizes: readonly Size[];
}

function membersRows({ form, firms, facts }: Checked, s: CheckSettings): CheckRow[] {
  const { members } = facts;
  if (!members) return [];
  const counts = firms.map(({ id }) => members.byFirm[id] ?? 0);
  const most = Math.max(...counts);
  const offered = formsFor(most, s.bar).map((one) => formLabels[one]);
  return [
    {
      what: '会员人数',
      actual:
        firms.length > 1 ? `${members.total} 名（最多的一家 ${most} 名）` : `${members.total} 名`,
      asked:
        most >= s.bar
          ? `满 ${s.bar} 名，必须单独建委员会。数会员，不数职工`
          : `不满 ${s.bar} 名，可以：${offered.join('；')}`,
      outcome: refuseForm(form, counts, s.bar) ? 'fail' : 'pass',
    },
    {
      what: '女职工组织',
      actual: `女会员 ${members.women} 名`,
      asked:
        members.women >= s.women
          ? `满 ${s.women} 名，设女职工委员会，可以后补`
          : `不满 ${s.women} 名，委员会里设女职工委员`,
      outcome: members.women >= s.women ? 'warn' : 'pass',
    },
  ];
}

function candidateRows({ form, candidates, facts }: Checked, s: CheckSettings): CheckRow[] {
  const { members, candidates: reported } = facts;
  if (!members || !reported) return [];
  const range = seatsFor(members.total, s.sizes, form);
  const named = candidates.filter((one) => reported.ids.includes(one.id) && isOnCommittee(one));
  const { seats } = reported;
  return [
    {
      what: '委员会人数',
      actual: `${seats} 人`,
      asked: `会员 ${members.total} 名：${range.least === range.most ? range.least : `${range.least}–${range.most}`} 人`,
      outcome: seats >= range.least && seats <= range.most ? 'pass' : 'fail',
    },
    {
      what: '差额',
      actual: `${named.length} 选 ${seats}`,
      asked:
        seats === 1
          ? '选一人，可以等额'
          : `差额不少于 ${s.percent}%：至少 ${leastCandidates(seats, s.percent)} 名候选人`,
      outcome: hasSurplus(named.length, seats, s.percent) ? 'pass' : 'fail',
    },
    {
      what: '谁不能选',
      actual: '没有',
      asked: '企业主要负责人的近亲属不进委员会；行政正副职、合伙人、人力主管、外籍职工不当主席',
      outcome: 'pass',
    },
  ];
}

const electionWords: Record<ElectionRefusal, string> = {
  no_chair: '没有主席',
  too_few: '人数不够',
  tied: '最后一个名额票数相同',
};

function assemblyRows({ form, candidates, facts }: Checked, s: CheckSettings): CheckRow[] {
  const { assembly, members, candidates: reported } = facts;
  if (!assembly || !members || !reported) return [];
  const { due, present, votes } = assembly;
  const { least } = seatsFor(members.total, s.sizes, form);
  const { seats } = reported;
  const committee = electedOf(candidates, votes, { due, seats }).filter(isOnCommittee);
  const why = refuseElection(candidates, votes, { due, seats, least });
  return [
    {
      what: '大会到会',
      actual: `${present} / ${due} 人`,
      asked: `三分之二：${due} × 2 ÷ 3，至少 ${quorumOf(due)} 人`,
      outcome: present >= quorumOf(due) ? 'pass' : 'fail',
    },
    {
      what: '当选',
      actual: `委员会 ${committee.length} 人${why ? `，${electionWords[why]}` : ''}`,
      asked: `应到过半：${due} ÷ 2，至少 ${majorityOf(due)} 票，按应到算。过半的多于应选 ${seats} 人，得票多的当选`,
      outcome: why ? 'fail' : 'pass',
    },
  ];
}

/**
 * Whether an assembly, or today, still lies within the term and the months that 换届 may slip; a term that the level
 * above has let run on ends that day, and slips no further. Days are YYYY-MM-DD. Source: domain.md §2.2.
 */
export function electionRow(
  { endsOn, prolongedTo }: { endsOn: string; prolongedTo: string | null },
  on: string,
  slipMonths: number,
): CheckRow {
  if (prolongedTo)
    return {
      what: '换届时间',
      actual: on,
      asked: `任期到 ${endsOn}，批准延期到 ${prolongedTo}`,
      outcome: on > prolongedTo ? 'fail' : 'pass',
    };
  const latest = latestElection(endsOn, slipMonths);
  return {
    what: '换届时间',
    actual: on,
    asked: `任期到 ${endsOn}，最多推迟 ${slipMonths} 个月：最迟 ${latest}`,
    outcome: on > latest ? 'fail' : on > endsOn ? 'warn' : 'pass',
  };
}

/** 系统核对: every condition that can be worked out by now, with its sum, in the order of the steps. */
export const foundingChecks = (founding: Checked, s: CheckSettings): CheckRow[] => [
  ...membersRows(founding, s),
  ...candidateRows(founding, s),
  ...assemblyRows(founding, s),
];
