import 'server-only';
import { and, eq, ne, or, type SQL } from 'drizzle-orm';
import { announcements } from '@/db/schema/announcements';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/**
 * What the staff of a class read of its messages: their own, and what was sent to the guardians of its children;
 * neither what the desk is still writing, nor whom it writes to besides. Source: domain.md §3.15.
 */
export const ofClass = (tx: Ctx, sessionId: string): SQL | undefined =>
  and(
    eq(announcements.sessionId, sessionId),
    eq(announcements.audience, 'joined'),
    or(ne(announcements.status, 'draft'), eq(announcements.createdBy, accountOf(tx.actor) ?? '')),
  );
