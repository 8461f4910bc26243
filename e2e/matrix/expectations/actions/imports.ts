import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** The union's chair, its town, the federation. */
const importers: readonly Actor[] = ['union', 'town', 'district'];
/** They see the union, and import nothing. */
const readers = { forbidden: ['viewer', 'women', 'economy', 'system'] as const };
const of = ({ bookImport }: { bookImport: string }) => ({ importId: bookImport });
const keyed = (p: { bookImport: string }) => ({ ...of(p), idempotencyKey: randomUUID() });

export const importRowsOfMatrix: Record<string, ActionRow> = {
  // A text without headings is refused for what it is: the demo stays as it is.
  'imports/uploadBookAction': forOfficers(
    importers,
    'forbidden',
    (p) => ({
      ...{ book: 'members', organisationId: p.union, idempotencyKey: randomUUID() },
      table: { file: 'no table' },
    }),
    {},
    { mayAlso: ['bad_table'] },
  ),
  // Its rows were forgotten: past the door there is nothing to look through, to write or to take back.
  'imports/confirmColumnsAction': forOfficers(importers, 'not_found', of, readers, {
    mayAlso: ['forgotten', 'not_now'],
  }),
  'imports/chooseRowsAction': forOfficers(importers, 'not_found', of, readers, {
    mayAlso: ['not_now'],
  }),
  // There is no such row, for anyone who may.
  'imports/correctRowAction': forOfficers(
    [],
    'not_found',
    (p) => ({ ...of(p), rowId: p.nothing, name: '张三' }),
    readers,
  ),
  'imports/beginWritingAction': forOfficers(importers, 'not_found', keyed, readers, {
    mayAlso: ['nothing_to_write', 'not_now'],
  }),
  'imports/beginTakingBackAction': forOfficers(importers, 'not_found', keyed, readers, {
    mayAlso: ['not_written'],
  }),
  'imports/giveUpImportAction': forOfficers(importers, 'not_found', of, readers, {
    mayAlso: ['not_now'],
  }),
};
