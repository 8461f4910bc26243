import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { addSegment } from './commands/save-segment';
import { segmentDefinition } from './schema/definition';
import { addSegmentInput } from './schema/segment';

/** A definition of conditions that are all, any or none to be met. */
export const definedAs = (of: readonly unknown[], join = 'all') =>
  segmentDefinition.parse({ v: 1, root: { kind: 'group', join, of } });

/** Officers of a district, a town, a union and another town, with three members of two unions. */
export async function arranged() {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = async (
      role: 'organisation_officer' | 'town_admin' | 'union_admin' | 'viewer',
      at: string,
    ) => as((await anOfficer(tx, role, at)).actor);
    const [chen, luo, wei] = [
      await aMember(tx, { organisationId: tree.union.id, name: '陈一帆', joinedOn: '2023-05-01' }),
      await aMember(tx, { organisationId: tree.home.id, name: '罗大满', joinedOn: '2025-05-01' }),
      await aMember(tx, {
        organisationId: tree.otherUnion.id,
        name: '韦小兰',
        joinedOn: '2025-06-01',
      }),
    ];
    return {
      ...{ tree, chen, luo, wei },
      district: await officer('organisation_officer', tree.district.id),
      town: await officer('town_admin', tree.town.id),
      union: await officer('union_admin', tree.union.id),
      otherTown: await officer('town_admin', tree.otherTown.id),
      viewer: await officer('viewer', tree.town.id),
    };
  });
}
export type Arranged = Awaited<ReturnType<typeof arranged>>;

/** Keeps a segment, as the form sends it. */
export const keeps = (
  ctx: Arranged['town'],
  organisationId: string,
  of: readonly unknown[],
  name = '新近入会的',
) =>
  addSegment(
    ctx,
    addSegmentInput.parse({ organisationId, name, definition: JSON.stringify(definedAs(of)) }),
  );

/** The id of a segment that was kept. */
export async function storedSegment(...args: Parameters<typeof keeps>): Promise<string> {
  const result = await keeps(...args);
  if (!result.ok) throw new Error(result.reason);
  return result.value.segmentId;
}
