import 'server-only';
import { sql } from 'drizzle-orm';
import { type FigureSet, figure } from '@/lib/figures';
import { canSeeOrganisations } from '../policy';
import { kindLabels } from '../rules/kinds';

/** 基层工会. */
export const unionsFigure = figure({
  id: 'unions',
  label: '基层工会',
  unit: '个',
  about:
    '截至那天已经成立、还没有撤销的基层工会和联合基层工会；不含总工会、行业工会联合会和网上会员之家。',
  from: 'unions_on',
  time: 'as_of',
  newest: sql`day desc, id desc`,
});

/** The 基层工会 that stand at the end of the last day; one whose founding day nobody knows stands since ever. */
export const unionsSet: FigureSet = {
  name: 'unions_on',
  may: canSeeOrganisations,
  figures: [unionsFigure],
  rows: (_tx, { to }) => sql`
    select o.id, u.key, o.founded_on as day, o.name, o.parent_id, o.kind
    from organisations o join units u on u.id = o.id
    where o.kind in ('grassroots_union', 'joint_union')
      and (o.founded_on is null or o.founded_on <= ${to}::date)
      and (o.closed_at is null or (o.closed_at at time zone 'Asia/Shanghai')::date > ${to}::date)`,
  list: {
    heads: ['工会', '上级', '类型'],
    columns: sql`c.name as title, o.short_name as place, c.kind as words, c.id as opens`,
    joins: sql`left join organisations o on o.id = c.parent_id`,
    labels: kindLabels,
    href: (id) => `/desk/organisations?id=${id}`,
  },
};
