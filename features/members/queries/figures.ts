import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type DeclaredFigure, type Figure, type FigureSet, figure } from '@/lib/figures';
import { canSeeMembers } from '../policy';
import { carriedReasons } from '../rules/membership-life';
import { changeLabels, membershipLabels } from '../rules/membership-words';
import { joinedFully } from './joined-fully';

const newest = sql`day desc, id desc`;
const change = (declared: Omit<DeclaredFigure, 'from' | 'unit'>): Figure =>
  figure({ from: 'changes_in', unit: '人', newest, ...declared });
const stock = (declared: Omit<DeclaredFigure, 'from' | 'unit'>): Figure =>
  figure({ from: 'members_on', unit: '人', time: 'as_of', newest, ...declared });

const isFirst = sql`first`;

/** 新会员: whoever became a member for the first time (domain.md §3.11). */
export const newMembersFigure = change({
  id: 'new_members',
  label: '新会员',
  about:
    '首次入会、已批准的，按入会那天算；不含转入、恢复会籍和预备会员，预备转正那天才算；退会后再入会的不再算。',
  where: isFirst,
});

/** 其中新就业形态: by the dictionary of occupations as it was on the day of joining (domain.md §1.3). */
export const newFormMembersFigure = change({
  id: 'new_members_new_form',
  label: '其中新就业形态',
  about: '新会员里的，按入会当天的职业目录认定，以后目录改了也不变。',
  where: sql`${isFirst} and is_new_form`,
});

/** 转入. */
export const movedInFigure = change({
  id: 'moved_in',
  label: '转入',
  about:
    '会籍转进来的，按会籍转到那天算；辖区内互转，转出、转入各算一次。工会合并、撤销带走的会员，两头都在所看范围里的不算。',
  where: sql`type = 'moved_in' and not carried`,
});

/** 转出. */
export const movedOutFigure = change({
  id: 'moved_out',
  label: '转出',
  about:
    '会籍转出去的，按会籍在这里的最后一天算。工会合并、撤销带走的会员，两头都在所看范围里的不算。',
  where: sql`type = 'moved_out' and not carried`,
});

/** 保留会籍. */
export const retainedFigure = change({
  id: 'retained',
  label: '保留会籍',
  about: '退休、失业、服兵役等保留会籍的。',
  where: sql`type = 'retained'`,
});

/** 恢复会籍. */
export const restoredFigure = change({
  id: 'restored',
  label: '恢复会籍',
  about: '保留之后恢复的。',
  where: sql`type = 'restored'`,
});

/** 离会: 退会, 自动退会, 除名. */
export const leftFigure = change({
  id: 'left',
  label: '离会',
  about: '退会、自动退会和除名的，按会籍的最后一天算；不含转出。',
  where: sql`type in ('resigned', 'lapsed', 'expelled')`,
});

/** 会员: on the books at the end of a day. */
export const membersFigure = stock({
  id: 'members',
  label: '会员',
  about: '截至那天会籍在册的，含保留会籍，不含预备会员。',
});

/** 其中新就业形态, of the members on the books. */
export const membersNewFormFigure = stock({
  id: 'members_new_form',
  label: '其中新就业形态',
  about: '在册会员里的，按会员登记的职业。',
  where: sql`is_new_form`,
});

const joins = sql`join people p on p.id = c.person_id join organisations o on o.id = c.organisation_id`;
const href = (personId: string): string => `/desk/members/${personId}`;

/** Whether the other end of a 会籍 lies within what is asked for, too. */
const alsoWithin = (end: SQL): SQL =>
  sql`exists (select 1 from memberships o join units w on w.id = o.organisation_id where ${end})`;

/**
 * The lines of the 会籍变化 log that count from a day of the period. `first`: the 入会 of somebody who had never
 * been a member, once it is no longer 预备. `carried`: a union was merged or closed, and both ends are asked for.
 */
export const membershipChangesSet: FigureSet = {
  name: 'changes_in',
  may: canSeeMembers,
  figures: [
    newMembersFigure,
    newFormMembersFigure,
    movedInFigure,
    movedOutFigure,
    retainedFigure,
    restoredFigure,
    leftFigure,
  ],
  rows: (_tx, { from, to }) => sql`
    select c.id, u.key, c."on" as day, c.person_id, c.organisation_id, c.type, c.is_new_form,
      case c.type
        when 'confirmed' then true
        when 'joined' then not c.provisional and not exists (select 1 from membership_changes later
          where later.membership_id = c.membership_id and later.type = 'confirmed')
        else false end
      and not exists (select 1 from membership_changes earlier
        where earlier.person_id = c.person_id and ${joinedFully(sql`earlier`)}
          and earlier.membership_id <> c.membership_id and (earlier."on", earlier.id) < (c."on", c.id)) as first,
      coalesce(c.reason in ${carriedReasons}, false) and (
        (c.type = 'moved_in' and ${alsoWithin(sql`o.id = m.previous_id`)})
        or (c.type = 'moved_out' and ${alsoWithin(sql`o.previous_id = m.id`)})) as carried
    from membership_changes c join memberships m on m.id = c.membership_id join units u on u.id = c.organisation_id
    where c.type in ${Object.keys(changeLabels)} and c."on" between ${from}::date and ${to}::date`,
  list: {
    heads: ['会员', '工会', '变化'],
    columns: sql`p.name as title, o.short_name as place, c.type as words, c.person_id as opens`,
    joins,
    labels: changeLabels,
    href,
  },
};

/** The 会籍 that stand on the books at the end of the last day. */
export const membersSet: FigureSet = {
  name: 'members_on',
  may: canSeeMembers,
  figures: [membersFigure, membersNewFormFigure],
  rows: (_tx, { to }) => sql`
    select m.id, u.key, coalesce(m.moved_in_on, m.joined_on) as day, m.person_id, m.organisation_id, m.is_new_form,
      m.status
    from memberships m join units u on u.id = m.organisation_id
    where coalesce(m.moved_in_on, m.joined_on) <= ${to}::date and (m.ended_on is null or m.ended_on >= ${to}::date)
      and m.status <> 'provisional'`,
  list: {
    heads: ['会员', '工会', '现在的会籍'],
    columns: sql`p.name as title, o.short_name as place, c.status as words, c.person_id as opens`,
    joins,
    labels: membershipLabels,
    href,
  },
};
