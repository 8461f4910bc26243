import 'server-only';
import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { correctionProofs, identityCorrections as corrections } from '@/db/schema/corrections';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { openDetails } from './queries/sealed-details';
import { changedRows } from './rules/identity';
import { correctionDraftDays, proofKeepDays } from './settings';

/** What the person asked to be put right, of themselves and their children, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db.select().from(corrections).where(eq(corrections.personId, personId));
  const listed = [];
  for (const row of rows) {
    const details = openDetails(row);
    const photos = eq(correctionProofs.correctionId, row.id);
    listed.push({
      ...{ number: row.number, status: row.status, forChild: row.childId !== null },
      ...{ sentAt: row.sentAt, decidedAt: row.decidedAt, answer: row.answer },
      changes: details ? changedRows(details.before, details.after) : [],
      why: details?.why ?? null,
      photos: await tx.db.$count(correctionProofs, photos),
    });
  }
  return { corrections: listed };
}

/** What stood, what was asked for, the answer and the photos go; number, dates and outcome stay. */
async function forget(tx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await tx.db.delete(correctionProofs).where(inArray(correctionProofs.correctionId, [...ids]));
  await tx.db
    .update(corrections)
    .set({ detailsSealed: null, answer: null })
    .where(inArray(corrections.id, [...ids]));
  return ids.length;
}

/**
 * Drafts are deleted, what still waits is taken back, and nothing of what was asked for stays (PIPL 47).
 * Run it as the system.
 * @returns how many requests were emptied
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const mine = eq(corrections.personId, personId);
  await tx.db.delete(corrections).where(and(mine, eq(corrections.status, 'draft')));
  await tx.db
    .update(corrections)
    .set({ status: 'withdrawn' })
    .where(and(mine, eq(corrections.status, 'waiting')));
  const rows = await tx.db.select({ id: corrections.id }).from(corrections).where(mine);
  return forget(
    tx,
    rows.map(({ id }) => id),
  );
}

/**
 * Drafts nobody sent, and the content and photos of what was answered, after the days of the settings
 * (PIPL 19). Run it as the system.
 * @returns how many requests were deleted or emptied
 */
async function expire(tx: Ctx): Promise<number> {
  const { draft, keep } = await readSettings(tx, {
    draft: correctionDraftDays,
    keep: proofKeepDays,
  });
  const before = (days: number) => sql`now() - make_interval(days => ${days}::int)`;
  const unsent = await tx.db
    .delete(corrections)
    .where(and(eq(corrections.status, 'draft'), lt(corrections.createdAt, before(draft))))
    .returning({ id: corrections.id });
  const old = await tx.db
    .select({ id: corrections.id })
    .from(corrections)
    .where(and(lt(corrections.decidedAt, before(keep)), isNotNull(corrections.detailsSealed)));
  const emptied = await forget(
    tx,
    old.map(({ id }) => id),
  );
  return unsent.length + emptied;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'corrections',
  tables: [
    {
      table: 'identity_corrections',
      holds: '申请更正的姓名、证件、出生日期（加密），答复',
      retention: '没提交的 7 天；内容在答复后 180 天（都可设），撤回的当时删除；编号和结果长期',
    },
    {
      table: 'correction_proofs',
      holds: '证明照片（加密）',
      retention: '答复后 180 天（可设），撤回的当时删除',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
