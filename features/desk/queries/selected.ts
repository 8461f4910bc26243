import 'server-only';
import { sql } from 'drizzle-orm';
import { recordAudit } from '@/lib/audit';
import { openSearch } from '@/lib/auth/search';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import type { Selected } from '@/lib/forms/bulk-run';
import { splitRefs } from '../rules/case-ref';
import { inboxFilter, type Matter } from '../schema/inbox';
import { previewBulk } from './bulk-preview';
import { inboxStatement } from './inbox-statement';

export interface Selection {
  readonly applications: readonly Selected[];
  readonly bookings: readonly Selected[];
}

interface Row extends Record<string, unknown> {
  id: string;
  kind: Matter;
  version: number;
}

const sorted = (rows: readonly Row[]): Selection => {
  const of = (mine: (row: Row) => boolean) =>
    rows.filter(mine).map(({ id, version }) => ({ id, version }));
  return {
    applications: of((row) => row.kind === 'membership'),
    bookings: of((row) => row.kind !== 'membership'),
  };
};

/**
 * Everything that waits within a filter, in the order of the inbox, one more than `most` at the most. A search
 * by document number is on record, as in the list. Call it in an open transaction.
 * @param query the list's own address, without `?`; words in it are sealed
 */
export async function listSelectable(tx: Ctx, query: string, most: number): Promise<Selection> {
  const asked = inboxFilter.parse(Object.fromEntries(new URLSearchParams(query)));
  const { wanted } = openSearch(tx, asked);
  const filter = { ...wanted, view: 'waiting' as const, after: undefined, case: undefined };
  const made = inboxStatement(tx.actor, {
    filter,
    cursor: null,
    today: todayOn(tx.now),
    limit: most + 1,
  });
  if (!made) return { applications: [], bookings: [] };
  const rows = await tx.db.execute<Row>(
    sql`select id, kind, version from (${made.statement}) selectable`,
  );
  if (made.byDocument) {
    await recordAudit(tx, {
      action: 'search_by_id_number',
      entityType: 'inbox',
      entityId: 'search',
      after: { found: rows.length },
    });
  }
  return sorted(rows);
}

/** The ticked cases that this officer sees, with the versions they have now; in order of the last day. */
export async function listTicked(tx: Ctx, refs: readonly string[]): Promise<Selection> {
  return sorted(await previewBulk(tx, splitRefs(refs)));
}
