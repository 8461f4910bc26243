import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { classNotes, noteBody } from '@/db/schema/childcare';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

const SHOWN = 30;

/**
 * Notes that the people of a class left for each other, the open ones first, then the newest; at most 30. The
 * caller has entered the class.
 */
export async function listClassNotes(tx: Ctx, sessionId: string) {
  const rows = await tx.db
    .select({
      id: classNotes.id,
      bookingId: classNotes.bookingId,
      bodySealed: classNotes.bodySealed,
      writer: classNotes.writerLabel,
      writtenAt: classNotes.writtenAt,
      closer: classNotes.closerLabel,
      closedAt: classNotes.closedAt,
    })
    .from(classNotes)
    .where(eq(classNotes.sessionId, sessionId))
    .orderBy(desc(sql`${classNotes.closedAt} is null`), desc(classNotes.writtenAt))
    .limit(SHOWN);
  return rows.map(({ bodySealed, ...row }) => ({
    ...row,
    text: openField(bodySealed, noteBody(row.id)),
  }));
}

export type ClassNote = Awaited<ReturnType<typeof listClassNotes>>[number];
