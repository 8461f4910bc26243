import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { readSegmentDraft } from '../rules/segment-draft';
import { segmentLines } from '../rules/segment-words';
import type { SegmentOf } from './condition';
import { deadReferences, findReferences } from './references';
import { countSegment } from './segment-members';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Everything the editor shows: the proposal in its address and, once asked for, how many it finds in the officer's
 * own scope, with its words. `counted` is null before, and while something is missing.
 * @param stored what is kept so far; null for a new one
 */
export async function openSegmentEditor(ctx: Ctx, search: Search, stored: SegmentOf | null) {
  const draft = readSegmentDraft(search, stored?.definition ?? null);
  const { definition } = draft;
  if (!definition || search.count === undefined) return { draft, counted: null, problems: [] };
  const keeper = stored?.organisationId ?? null;
  const references = await read(ctx, (tx) => findReferences(tx, [definition], keeper));
  return {
    draft,
    counted: {
      definition,
      lines: segmentLines(definition.root, references.names),
      count: await countSegment(ctx, { definition, organisationId: keeper }),
    },
    problems: deadReferences(definition, references),
  };
}
