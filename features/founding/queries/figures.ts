import 'server-only';
import { sql } from 'drizzle-orm';
import { type FigureSet, figure } from '@/lib/figures';
import { canSeeFoundings } from '../policy';
import { foundedEmployersSql } from './founded-employers';

/** 成立工会的企业: domain.md §3.11. */
export const foundedEmployersFigure = figure({
  id: 'founded_employers',
  label: '成立工会的企业',
  unit: '家',
  about: '成立批复的日期在这段时间里的企业，一家只算一次；联合工会里有几家企业算几家。',
  from: 'founded_in',
  newest: sql`day desc, id desc`,
});

/** The employers whose founding 批复 is dated in the period, each with its 文号. */
export const foundedEmployersSet: FigureSet = {
  name: 'founded_in',
  may: canSeeFoundings,
  figures: [foundedEmployersFigure],
  rows: (_tx, scope) => sql`
    select f."employerId" as id, u.key, f."foundedOn"::date as day, f.employer, f."union", f."documentNo", f."foundingId"
    from (${foundedEmployersSql(scope)}) f join units u on u.id = f."placeId"`,
  list: {
    heads: ['企业', '工会', '批复文号'],
    columns: sql`c.employer as title, c."union" as place, c."documentNo" as words, c."foundingId" as opens`,
    joins: sql``,
    href: (foundingId) => `/desk/foundings/${foundingId}`,
  },
};
