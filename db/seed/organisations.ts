import { settings } from '@/db/schema/kernel';
import { employers, organisations } from '@/db/schema/organisations';
import { type OrganisationKind, sortKeyOf } from '@/features/organisations/rules/kinds';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { aUscc } from '../factories/uscc';
import type { Trade, UnionData } from './data/federation';
import { invented } from './federation';
import { insertAll } from './insert';
import type { Random } from './random';

const { story } = invented;

type OrganisationRow = typeof organisations.$inferInsert;
type EmployerRow = typeof employers.$inferInsert;

/** A node that has members, with what decides how many and of which occupation. */
export interface Home {
  id: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  townId: string | null;
  trade: Trade;
  weight: number;
  employers: { id: string; name: string }[];
}

export interface Federation {
  districtId: string;
  towns: { id: string; name: string; homeId: string }[];
  industries: { id: string; name: string }[];
  homes: Home[];
  /** Parent of each node, and every node's short name. */
  parents: Map<string, string | null>;
  names: Map<string, string>;
}

/** Hospitals that screen for the federation: no unions, so last, and nobody joins them. */
const partners = [story.clinic, story.townClinic];

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function builder(random: Random) {
  const nodes: OrganisationRow[] = [];
  const firms: EmployerRow[] = [];
  const homes: Home[] = [];

  const node = (kind: OrganisationKind, name: string, more: Partial<OrganisationRow>): string => {
    const id = newId();
    const code = Array.from({ length: 6 }, () => random.pick([...letters])).join('');
    nodes.push({
      id,
      kind,
      name,
      shortName: more.shortName ?? name,
      sortKey: sortKeyOf(kind, more.areaCode ?? null, readName(name).sortKey),
      joinCode: code,
      uscc: kind === 'online_home' ? null : aUscc('81', 10_000 + nodes.length),
      foundedOn: `20${random.int(12, 25)}-0${random.int(3, 9)}-${random.int(10, 28)}`,
      phone: `${invented.phoneArea}-4${random.int(100000, 999999)}`,
      ...more,
    });
    return id;
  };

  const employer = (name: string, industry: string, staff: number, more: Partial<EmployerRow>) => {
    const id = newId();
    const { sortKey: pinyin, initials } = readName(name);
    const uscc = aUscc(name.includes('公司') ? '91' : '92', 20_000 + firms.length);
    firms.push({ id, name, pinyin, initials, uscc, industry, staffCount: staff, ...more });
    return { id, name };
  };

  const union = (parentId: string, townId: string | null, data: UnionData, industry?: string) => {
    const kind = data.joint ? 'joint_union' : 'grassroots_union';
    const more = { parentId, townId, industry, shortName: data.short };
    const id = node(kind, data.name, { ...more, reviewSteps: data.weight >= 7 ? 2 : null });
    const firmsHere = (data.employers ?? []).map(([name, trade, staff]) =>
      employer(name, trade, staff, { unionId: id, townId }),
    );
    const { trade, short: shortName, weight } = data;
    const home = { kind, townId, trade, employers: firmsHere } as const;
    homes.push({ ...home, id, name: data.name, shortName, weight });
    for (const name of data.branches ?? []) {
      const full = `${shortName}${name}`;
      const branch = node('grassroots_union', full, { parentId: id, townId, uscc: null });
      homes.push({ ...home, id: branch, name: full, shortName: full, weight: weight / 3 });
    }
  };
  return { nodes, firms, homes, node, employer, union };
}

/** The tree of the federation: towns with their 网上会员之家, industries, unions, employers and hospitals. */
export async function seedOrganisations(tx: Ctx, random: Random): Promise<Federation> {
  const { nodes, firms, homes, node, employer, union } = builder(random);
  const districtId = node('district_federation', invented.root, {
    address: invented.address,
  });
  const townsMade = invented.towns.map(({ name, areaCode, unions }) => {
    const id = newId();
    const address = `${name}职工服务站（${name}党群服务中心一楼）`;
    const more = { id, parentId: districtId, areaCode, townId: id, address };
    node('town_federation', `${name}总工会`, more);
    const homeName = `${name}网上会员之家`;
    const homeId = node('online_home', homeName, { parentId: id, townId: id });
    homes.push({
      id: homeId,
      name: homeName,
      shortName: homeName,
      kind: 'online_home',
      townId: id,
      trade: 'mixed',
      weight: 2,
      employers: [],
    });
    for (const data of unions) union(id, id, data);
    return { id, name, homeId };
  });
  const industriesMade = invented.industries.map(({ name, industry, unions }) => {
    const id = node('industry_federation', name, { parentId: districtId, industry });
    for (const data of unions) union(id, null, data, industry);
    return { id, name };
  });
  for (const data of invented.rootUnions) union(districtId, null, data);
  for (const [name, industry, staff, town] of invented.looseEmployers) {
    employer(name, industry, staff, { townId: townsMade.find((t) => t.name === town)?.id });
  }
  for (const name of partners) node('partner', name, { parentId: districtId, uscc: null });
  await insertAll(tx, organisations, nodes);
  await insertAll(tx, employers, firms);
  const typed = Object.entries(invented.settings).map(([key, value]) => ({ key, value }));
  await insertAll(tx, settings, typed);
  const parents = new Map(nodes.map((row) => [row.id, row.parentId ?? null]));
  const names = new Map(nodes.map((row) => [row.id, row.shortName]));
  return { districtId, towns: townsMade, industries: industriesMade, homes, parents, names };
}
