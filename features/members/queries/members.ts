import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { membershipStatuses } from '@/db/schema/enums';
import { inScope } from '@/features/organisations/queries/scope';
import { recordAudit } from '@/lib/audit';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { queryGrams } from '@/lib/china/name-grams';
import { blindIndexQueue } from '@/lib/crypto/blind-index';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read, readOnRecord } from '@/lib/transaction';
import { canSeeMembers } from '../policy';
import { termOf } from '../rules/search-terms';
import type { MemberFilter } from '../schema/members';
import { joinedFully } from './joined-fully';

export interface MemberItem extends Record<string, unknown> {
  person_id: string;
  membership_id: string;
  name: string;
  member_no: string;
  status: (typeof membershipStatuses)[number];
  union_name: string;
  town: string | null;
  occupation: string | null;
  is_new_form: boolean;
  id_masked: string | null;
  phone_tail: string;
  joined_on: string;
}

const pageSize = 30;
const array = (values: readonly string[]) => `{${values.map((v) => `"${v}"`).join(',')}}`;

function asked(typed: string, today: string): { where: SQL; byDocument: boolean } {
  const term = termOf(typed);
  const named = (grams: readonly string[], reading: string) =>
    sql`and p.id in (select find_named('person', ${array(grams)}::text[], ${reading}))`;
  switch (term.kind) {
    case 'phone_tail':
      return { where: sql`and c.phone_tail = ${term.tail}`, byDocument: false };
    case 'phone': {
      const indexes = array(blindIndexQueue('phone', term.phone));
      return { where: sql`and c.phone_index = any (${indexes}::text[])`, byDocument: false };
    }
    case 'document': {
      const plain = sql`m.member_no = ${term.raw}`;
      const indexes = identityDocumentTypes.flatMap((type) => {
        const document = parseIdentityDocument(type, term.raw, today);
        return document.ok ? blindIndexQueue(`document|${type}`, document.normalised) : [];
      });
      const where = sql`and (${plain} or p.id_index = any (${array(indexes)}::text[]))`;
      return { where, byDocument: indexes.length > 0 };
    }
    case 'reading':
      return { where: named([], term.reading), byDocument: false };
    case 'name': {
      const grams = queryGrams(term.name).filter((gram) => !/["\\]/.test(gram));
      return { where: grams.length > 0 ? named(grams, '') : sql`and false`, byDocument: false };
    }
    default:
      return { where: sql``, byDocument: false };
  }
}

interface Columns {
  readonly organisation: SQL;
  readonly town: SQL;
  readonly newForm: SQL;
}
const current: Columns = {
  organisation: sql`m.organisation_id`,
  town: sql`o.town_id`,
  newForm: sql`m.is_new_form`,
};
const onJoining: Columns = {
  organisation: sql`g.organisation_id`,
  town: sql`go.town_id`,
  newForm: sql`g.is_new_form`,
};

function placed(
  { town, union, newForm }: MemberFilter,
  granted: readonly string[],
  at: Columns,
): SQL {
  return sql`${inScope(at.organisation, granted)}
    ${town === 'none' ? sql`and ${at.town} is null` : town ? sql`and ${at.town} = ${town}::uuid` : sql``}
    ${union ? sql`and ${inScope(at.organisation, [union])}` : sql``}
    ${newForm ? sql`and ${at.newForm} = ${newForm === '1'}` : sql``}`;
}

/**
 * A period asks who joined in it, where and as what, also when they have left or moved since: the
 * rows of 会籍变化 that the dashboard's figure counts. Without one the list holds today's members.
 */
function conditions(filter: MemberFilter, granted: readonly string[]): SQL {
  const { from, to } = filter;
  if (!(from && to)) return sql`m.status <> 'left' and ${placed(filter, granted, current)}`;
  return sql`exists (select 1 from membership_changes g join organisations go on go.id = g.organisation_id
    where g.membership_id = m.id and ${joinedFully(sql`g`)} and g."on" between ${from}::date and ${to}::date
      and ${placed(filter, granted, onJoining)})`;
}

/** More than this is not counted out. */
const countedUpTo = 99_999;

const tables = sql`from memberships m
  join people p on p.id = m.person_id
  join accounts c on c.id = p.account_id
  join organisations o on o.id = m.organisation_id`;

/** A part of the list, after the row that `filter.after` names, the newest first. */
const memberRows = (tx: Ctx, filter: MemberFilter, where: SQL, most: number) => {
  const [on = '', id = ''] = (filter.after ?? '').split('~');
  return tx.db.execute<MemberItem>(sql`
    select p.id as person_id, m.id as membership_id, p.name, m.member_no, m.status,
      o.short_name as union_name, t.short_name as town, w.name as occupation, m.is_new_form,
      p.id_masked, c.phone_tail, m.joined_on::text
    ${tables}
    left join organisations t on t.id = o.town_id
    left join occupations w on w.code = m.occupation_code and w.version = m.occupation_version
    ${where} ${filter.after ? sql`and (m.joined_on, m.id) < (${on}::date, ${id}::uuid)` : sql``}
    order by m.joined_on desc, m.id desc limit ${most}`);
};

const whereOf = (ctx: Ctx, filter: MemberFilter): SQL => {
  const granted = canSeeMembers.organisationsOf(ctx.actor);
  return sql`where ${conditions(filter, granted)} ${asked(filter.q, todayOn(ctx.now)).where}`;
};

const placeOf = (row: MemberItem | undefined) => row && `${row.joined_on}~${row.membership_id}`;

/**
 * Members in this officer's scope, the newest first: by name, sound, phone tail, member number or
 * document (exact, on record), by town, union, occupation and the time of joining.
 */
export async function listMembers(
  ctx: Ctx,
  filter: MemberFilter,
): Promise<{ items: MemberItem[]; after: string | null; total: string }> {
  const { byDocument } = asked(filter.q, todayOn(ctx.now));
  const where = whereOf(ctx, filter);
  return (byDocument ? readOnRecord : read)(ctx, async (tx) => {
    const rows = await memberRows(tx, filter, where, pageSize + 1);
    const [all] = await tx.db.execute<{ n: number }>(sql`
      select count(*)::int as n from (select 1 ${tables} ${where} limit ${countedUpTo + 1}) counted`);
    const n = all?.n ?? 0;
    if (byDocument) {
      await recordAudit(tx, {
        action: 'search_by_id_number',
        entityType: 'members',
        entityId: 'search',
        after: { found: rows.length },
      });
    }
    const items = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? placeOf(items.at(-1)) : undefined;
    return {
      items,
      after: last ?? null,
      total: n > countedUpTo ? `${countedUpTo}+` : String(n),
    };
  });
}

/** How many rows the whole list has, up to one more than `most`. */
export const countListedMembers = (tx: Ctx, filter: MemberFilter, most: number): Promise<number> =>
  tx.db
    .execute<{ n: number }>(sql`
      select count(*)::int as n from (select 1 ${tables} ${whereOf(tx, filter)} limit ${most + 1}) counted`)
    .then(([row]) => row?.n ?? 0);

/**
 * The whole list of `listMembers` for a file, so many rows at a time, each part read by itself: whoever takes it
 * slowly holds no connection. The caller has recorded it.
 */
export async function* memberParts(
  ctx: Ctx,
  filter: MemberFilter,
  size: number,
): AsyncGenerator<MemberItem[]> {
  const where = whereOf(ctx, filter);
  let after: string | undefined;
  do {
    const from = { ...filter, after };
    const rows = await read(ctx, (tx) => memberRows(tx, from, where, size));
    if (rows.length > 0) yield [...rows];
    after = rows.length < size ? undefined : placeOf(rows.at(-1));
  } while (after);
}
