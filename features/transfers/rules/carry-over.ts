/** 跟着走, 留下办完, 到期结束. */
export type Fate = 'moves' | 'stays' | 'ends';

export const fateLabels: Record<Fate, string> = {
  moves: '跟着走',
  stays: '留下办完',
  ends: '到期结束',
};

interface CarryRule {
  readonly key:
    | 'number'
    | 'requests'
    | 'waiting'
    | 'places'
    | 'lists'
    | 'corrections'
    | 'secondments'
    | 'roles';
  readonly title: string;
  readonly fate: Fate;
  readonly note: string;
}

/**
 * What a transfer does with everything that is under way, shown before it is confirmed (domain.md §1.5). In the
 * order of the page.
 */
export const carryOver: readonly CarryRule[] = [
  { key: 'number', title: '会员号、入会日期', fate: 'moves', note: '不变' },
  { key: 'requests', title: '会籍登记', fate: 'moves', note: '没答复的由新工会接着办' },
  {
    key: 'waiting',
    title: '候补、待审核、等抽签的报名',
    fate: 'moves',
    note: '不用重报，轮到时按新工会的会员看条件',
  },
  { key: 'places', title: '已有名额的报名', fate: 'stays', note: '照常参加，不用重报' },
  { key: 'lists', title: '原工会的单位名单', fate: 'stays', note: '由原工会办完' },
  { key: 'corrections', title: '资料更正', fate: 'stays', note: '由原工会办完' },
  {
    key: 'secondments',
    title: '借调',
    fate: 'ends',
    note: '转好前一天 24:00 结束，新工会另行登记',
  },
  { key: 'roles', title: '在原工会的角色', fate: 'ends', note: '转好前一天 24:00 结束' },
];

export type CarryKey = CarryRule['key'];

/** The lines that concern somebody: the number always, the others where there is something. */
export const carriedLines = (counts: Readonly<Partial<Record<CarryKey, number>>>) =>
  carryOver
    .filter(({ key }) => key === 'number' || (counts[key] ?? 0) > 0)
    .map((rule) => ({ ...rule, count: counts[rule.key] ?? 0 }));
