import 'server-only';
import { listTowns } from '@/features/organisations/queries/organisations';
import { kindLabels } from '@/features/organisations/rules/kinds';
import { bookFields } from '../rules/books';
import { type FoundUnionLine, importedKinds } from '../rules/union-line';
import { readUnionLines } from '../rules/union-lines';
import { absentUnions } from './absent-unions';
import type { BookWork } from './book-work';
import { type PlannedUnion, planUnions, type UnionContext } from './plan-unions';
import { previewUnions, takeBackUnions } from './take-back-unions';
import { unionBookWords } from './union-book-words';
import { writeUnions } from './write-unions';

/** The rows above these in the file that are none of them, parents first. */
function leansOn(
  part: readonly FoundUnionLine[],
  all: readonly FoundUnionLine[],
): FoundUnionLine[] {
  const byRowNo = new Map(all.map((one) => [one.line.rowNo, one]));
  const inside = new Set(part.map(({ line }) => line.rowNo));
  const above = new Set<FoundUnionLine>();
  for (const { line } of part) {
    let at = byRowNo.get(line.parentRow ?? 0);
    while (at && !inside.has(at.line.rowNo) && !above.has(at)) {
      above.add(at);
      at = byRowNo.get(at.line.parentRow ?? 0);
    }
  }
  return all.filter((one) => above.has(one));
}

/** 工会组织: the tree of a federation, from a list. */
export const unionBook: BookWork<FoundUnionLine, PlannedUnion, UnionContext> = {
  columns: bookFields.unions,
  notes: [
    '在第一张表里填，一行一个工会。第一行的栏名不要改；自己的表有别的栏也可以，导入时再对栏。',
    '上级写名称或代码；上级可以是表里的另一行，先后不要紧。导入不移动库里的工会，要调整请在组织页办。',
    '传上来先核对，核对以前库里什么都不改。',
  ],
  options: async (tx) => ({
    kind: importedKinds.map((kind) => kindLabels[kind]),
    town: (await listTowns(tx)).map(({ shortName }) => shortName),
  }),
  context: async (_tx, { id, organisationId }) => ({ importId: id, organisationId }),
  parse: async (tx, sheet, columns, { organisationId }) =>
    readUnionLines(sheet, columns, await unionBookWords(tx, organisationId)),
  numberOf: ({ line }) => line.uscc ?? (line.problems.length > 0 ? '' : '没有代码'),
  leansOn,
  plan: planUnions,
  write: writeUnions,
  absent: absentUnions,
  takeBack: takeBackUnions,
  previewTakingBack: previewUnions,
};
