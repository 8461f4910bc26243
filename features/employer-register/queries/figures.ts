import 'server-only';
import { sql } from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { employers } from '@/db/schema/organisations';
import { type DeclaredFigure, type Figure, type FigureSet, figure } from '@/lib/figures';
import { readSettings } from '@/lib/settings';
import { canSeeRegister } from '../policy';
import { registerLabels } from '../rules/status';
import { registerBar } from '../settings';
import { shownStatus } from './entry-status';

const entry = (declared: Omit<DeclaredFigure, 'from' | 'unit'>): Figure =>
  figure({
    ...{ from: 'register_now', unit: '家', time: 'now', newest: sql`day desc, id desc` },
    ...declared,
  });

/** 应建会: the denominator of the coverage (domain.md §2.3). */
export const dueFigure = entry({
  id: 'register_due',
  label: '应建会企业',
  about:
    '企业台账里已建会的，加上在营、职工人数到了标准、没有登记不具备条件的；只有截至今天的，以前哪天的台账没有留底。',
  where: sql`status = 'founded' or (status not in ('ended', 'unfit') and staff >= bar)`,
});

/** 已建会: the numerator of the coverage. */
export const foundedFigure = entry({
  id: 'register_founded',
  label: '已建会企业',
  about: '企业台账里现在有工会的企业。覆盖率 = 已建会 ÷ 应建会，截至今天。',
  where: sql`status = 'founded'`,
});

/** 企业台账 as it stands now: where an employer stood on an earlier day is not on record. */
export const registerSet: FigureSet = {
  name: 'register_now',
  may: canSeeRegister,
  figures: [dueFigure, foundedFigure],
  rows: async (tx) => {
    const { bar } = await readSettings(tx, { bar: registerBar });
    return sql`
      select ${registerEntries.employerId} as id, u.key, ${registerEntries.enteredOn} as day,
        ${shownStatus()} as status, ${registerEntries.staffCount} as staff, ${bar}::int as bar,
        ${employers.name} as employer, ${registerEntries.placeId} as place_id
      from ${registerEntries} join ${employers} on ${employers.id} = ${registerEntries.employerId}
      join units u on u.id = ${registerEntries.placeId}`;
  },
  list: {
    heads: ['企业', '所在地', '建会状态'],
    columns: sql`c.employer as title, o.short_name as place, c.status as words, c.id as opens`,
    joins: sql`join organisations o on o.id = c.place_id`,
    labels: registerLabels,
    href: (id) => `/desk/register/${id}`,
  },
};
