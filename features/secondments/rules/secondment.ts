/** Days as YYYY-MM-DD. */
export interface SecondmentDays {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly endedOn: string | null;
  readonly withdrawnAt: Date | null;
  /** The last day of the 会籍 that it rests on; null while that goes on. */
  readonly membershipEndedOn: string | null;
}

/** 借调: where it stands follows from its days alone (domain.md §6.29). */
export const secondmentTransitions = {
  coming: ['running', 'withdrawn', 'over'],
  running: ['over'],
  over: [],
  withdrawn: [],
} as const;
export type SecondmentState = keyof typeof secondmentTransitions;

export const secondmentLabels: Record<SecondmentState, string> = {
  coming: '未开始',
  running: '借调中',
  over: '已结束',
  withdrawn: '已取消',
};

/** The last day that it counts, YYYY-MM-DD: as agreed, ended before its time, or with the 会籍. Source: domain.md §1.5. */
export function lastDay({ endsOn, endedOn, membershipEndedOn }: SecondmentDays): string {
  const own = endedOn ?? endsOn;
  return membershipEndedOn !== null && membershipEndedOn < own ? membershipEndedOn : own;
}

/** Where it stands on a day, YYYY-MM-DD. Source: domain.md §6.29. */
export function secondmentState(s: SecondmentDays, today: string): SecondmentState {
  const last = lastDay(s);
  if (s.withdrawnAt !== null || last < s.startsOn) return 'withdrawn';
  if (last < today) return 'over';
  return today < s.startsOn ? 'coming' : 'running';
}

export interface AskedSecondment {
  readonly hostId: string | null;
  readonly hostName: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

interface About {
  readonly organisationId: string;
  /** The first day of the 会籍 here. */
  readonly since: string;
  /** The last day that it may last to, counted from its first. */
  readonly latest: string;
  readonly hostClosed: boolean;
}

export type SecondmentRefusal =
  | 'host_needed'
  | 'two_hosts'
  | 'own_union'
  | 'host_closed'
  | 'days_out_of_range'
  | 'too_long';

/** Why a secondment cannot be entered so; null when it can. Source: domain.md §1.5. */
export function refuseSecondment(asked: AskedSecondment, about: About): SecondmentRefusal | null {
  const { hostId, hostName, startsOn, endsOn } = asked;
  if (hostId === null && hostName === null) return 'host_needed';
  if (hostId !== null && hostName !== null) return 'two_hosts';
  if (hostId === about.organisationId) return 'own_union';
  if (about.hostClosed) return 'host_closed';
  if (startsOn < about.since || endsOn < startsOn) return 'days_out_of_range';
  return endsOn > about.latest ? 'too_long' : null;
}
