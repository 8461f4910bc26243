import { invented } from '@/db/seed/federation';
import { openSession, people, sessionOf, sql } from '../demo';

/** Who knocks: two strangers to each other at every level of the federation. */
export const actors = [
  'anonymous',
  /** A member of the platform workers' union in 江南街道. */
  'member',
  /** A member of a union in 桥圩镇. */
  'other',
  /** 基层工会管理员 of the first member's union, and of the other one's. */
  'union',
  'otherUnion',
  /** 辖区管理员 of 江南街道, and of 桥圩镇. */
  'town',
  'otherTown',
  /** 区总: 组织部, 女职工部, 经济技术部, 只读. */
  'district',
  'women',
  'economy',
  'viewer',
  /** 系统管理员: configuration and roles, nobody's business. */
  'system',
  /** 医院窗口 of one hospital: its own list of the day. */
  'hospital',
] as const;
export type Actor = (typeof actors)[number];

const names: Partial<Record<Actor, string>> = {
  member: people.courier,
  union: people.unionAdmin,
  otherUnion: people.otherUnionAdmin,
  town: people.townAdmin,
  otherTown: people.otherTownAdmin,
  district: people.organisationOfficer,
  women: people.womenOfficer,
  economy: people.economyOfficer,
  viewer: people.viewer,
  system: people.systemAdmin,
  hospital: people.hospitalDesk,
};

/** A plain member of 桥圩镇, with nothing under way. */
export async function otherAccount(): Promise<string> {
  const [row] = await sql()<{ id: string }[]>`
    select p.account_id as id from people p join organisations o on o.id = p.union_id
    where o.name = ${invented.story.millUnion}
      and not exists (select 1 from role_grants g where g.account_id = p.account_id)
      and not exists (select 1 from bookings b where b.account_id = p.account_id)
      and not exists (select 1 from membership_applications a where a.account_id = p.account_id)
    order by p.id limit 1`;
  if (!row) throw new Error('no plain member in the town of the mills');
  return row.id;
}

export interface Visitor {
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly cookie: string | undefined;
}

/** Signs `actor` in afresh; officers with their second factor just given. */
export async function visitor(actor: Actor): Promise<Visitor> {
  if (actor === 'anonymous') return { accountId: null, sessionId: null, cookie: undefined };
  const name = names[actor];
  const mode = actor === 'member' ? 'member' : 'staff';
  const made = name
    ? await sessionOf(name, mode)
    : await openSession(await otherAccount(), 'member');
  return { ...made, cookie: `lx=${made.token}` };
}

export async function allVisitors(): Promise<Record<Actor, Visitor>> {
  const entries: [Actor, Visitor][] = [];
  for (const actor of actors) entries.push([actor, await visitor(actor)]);
  return Object.fromEntries(entries) as Record<Actor, Visitor>;
}
