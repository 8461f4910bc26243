import { employers, organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { serial } from './serial';

type Organisation = typeof organisations.$inferSelect;

/** One node of the tree; the closure follows by trigger. */
export async function anOrganisation(
  tx: Ctx,
  given: Partial<typeof organisations.$inferInsert> = {},
): Promise<Organisation> {
  const n = serial();
  const name = given.name ?? `测试工会${n}`;
  const [made] = await tx.db
    .insert(organisations)
    .values({
      id: newId(),
      kind: 'grassroots_union',
      name,
      shortName: given.shortName ?? name,
      sortKey: `ceshi${String(n).padStart(6, '0')}`,
      joinCode: `T${n.toString(36).toUpperCase().padStart(5, '0')}`,
      ...given,
    })
    .returning();
  if (!made) throw new Error('no organisation made');
  return made;
}

export interface Tree {
  district: Organisation;
  town: Organisation;
  otherTown: Organisation;
  home: Organisation;
  industry: Organisation;
  union: Organisation;
  otherUnion: Organisation;
}

/** The smallest federation in which every scope question can be asked. */
export async function aTree(tx: Ctx): Promise<Tree> {
  const district = await anOrganisation(tx, { kind: 'district_federation', name: '测试区总工会' });
  const federation = (name: string) =>
    anOrganisation(tx, { kind: 'town_federation', name, parentId: district.id });
  const town = await federation('甲街道总工会');
  const otherTown = await federation('乙镇总工会');
  const home = await anOrganisation(tx, {
    kind: 'online_home',
    name: '甲街道网上会员之家',
    parentId: town.id,
    townId: town.id,
  });
  const industry = await anOrganisation(tx, {
    kind: 'industry_federation',
    name: '快递行业工会联合会',
    industry: 'express',
    parentId: district.id,
  });
  const union = await anOrganisation(tx, { name: '甲厂工会', parentId: town.id, townId: town.id });
  const otherUnion = await anOrganisation(tx, {
    name: '乙厂工会',
    parentId: otherTown.id,
    townId: otherTown.id,
  });
  return { district, town, otherTown, home, industry, union, otherUnion };
}

/** An employer, by default without a union. */
export async function anEmployer(
  tx: Ctx,
  given: Partial<typeof employers.$inferInsert> = {},
): Promise<typeof employers.$inferSelect> {
  const n = serial();
  const [made] = await tx.db
    .insert(employers)
    .values({
      id: newId(),
      name: `测试${n}公司`,
      pinyin: `ce shi ${n} gong si`,
      initials: `cs${n}gs`,
      ...given,
    })
    .returning();
  if (!made) throw new Error('no employer made');
  return made;
}
