import type { CarveOutCriteria } from '../schema/carve-outs';

interface Choices {
  readonly trades: readonly { code: string; name: string }[];
  readonly towns: readonly { id: string; shortName: string }[];
}

/** Who belongs to a group, as the officer reads it: 新就业形态劳动者；职业：外卖骑手. */
export function groupWords(criteria: CarveOutCriteria, { trades, towns }: Choices): string {
  const { newFormOnly, occupations, organisationIds } = criteria;
  const names = trades.filter((t) => occupations.includes(t.code)).map((t) => t.name);
  const places = towns.filter((t) => organisationIds.includes(t.id)).map((t) => t.shortName);
  const unnamed = organisationIds.length - places.length;
  return [
    newFormOnly && '新就业形态劳动者',
    names.length > 0 && `职业：${names.join('、')}`,
    places.length > 0 && `单位在：${places.join('、')}`,
    unnamed > 0 && `另有 ${unnamed} 个工会`,
  ]
    .filter(Boolean)
    .join('；');
}
