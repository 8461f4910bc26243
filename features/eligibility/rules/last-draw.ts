import type { Facts, Rule } from './facts';

/** Whether the attendee got nothing in the newest draw of this line: 优先 for tiers, 限定 for this rule. */
export const lostLastDraw = ({ lastDraw }: Facts): boolean => lastDraw?.lost ?? false;

/**
 * 上次未中签的优先，或只面向他们 (广东: last year's losers enter again without a new review). Null where it does not matter,
 * and for who lost nothing where losers are only preferred. Source: domain.md §3.4.
 */
export const lastDraw: Rule = (facts) => {
  const wanted = facts.offering.rules.lastDraw;
  if (wanted === 'any') return null;
  const { attendee, lastDraw: last } = facts;
  const who = attendee.isChild ? attendee.name : '您';
  if (lostLastDraw(facts)) {
    return {
      rule: 'last_draw',
      outcome: 'pass',
      reason: wanted === 'losers_only' ? '面向上次未中签的人' : '上次未中签的优先',
      note: `${who}在《${last?.title}》未中签`,
    };
  }
  if (wanted === 'losers_first') return null;
  return {
    rule: 'last_draw',
    outcome: 'fail',
    reason: '面向上次未中签的人',
    note: last ? `${who}没有参加《${last.title}》的抽签，或已中签` : '上一期没有抽签',
    fix: { text: '看看其他服务', href: '/services' },
  };
};
