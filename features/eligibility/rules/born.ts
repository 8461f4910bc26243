import { formatFullDay } from '@/lib/dates';
import type { Attendee, Rule } from './facts';

/** A birthday window in words, open at one end when that end is undefined: 2019年9月1日至2020年8月31日出生. */
export function bornWords(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `${formatFullDay(to ?? '')}及以前出生`;
  if (to === undefined) return `${formatFullDay(from)}及以后出生`;
  return `${formatFullDay(from)}至${formatFullDay(to)}出生`;
}

/** Where a wrong birth date of a child is put right. */
export const correctionOf = ({ childId }: Attendee): string =>
  childId ? `/me/corrections/new?who=${childId}` : '/me/corrections';

/**
 * A birthday window of the notice, both days included (吕梁: 09-01 to 08-31). Null without a
 * window. Source: domain.md §3.4.
 */
export const born: Rule = ({ offering, attendee }) => {
  const { bornFrom, bornTo } = offering.rules;
  if (bornFrom === undefined && bornTo === undefined) return null;
  const reason = bornWords(bornFrom, bornTo);
  const { birthOn } = attendee;
  if (!birthOn) {
    return {
      rule: 'born',
      outcome: 'fail',
      reason,
      note: '还没有您的出生日期，入会时会从证件读取',
      fix: { text: '去申请入会', href: '/guide/join' },
    };
  }
  const note = `${attendee.isChild ? attendee.name : '您'}：${formatFullDay(birthOn)}出生`;
  const fits = birthOn >= (bornFrom ?? '') && birthOn <= (bornTo ?? '9999-12-31');
  if (fits) return { rule: 'born', outcome: 'pass', reason, note };
  return {
    rule: 'born',
    outcome: 'fail',
    reason,
    note,
    fix: attendee.isChild
      ? { text: '出生日期填错了？去改孩子资料', href: correctionOf(attendee) }
      : { text: '看看其他服务', href: '/services' },
  };
};
