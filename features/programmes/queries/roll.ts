import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import type { DeskOffering } from './desk-offering';
import { looking } from './looking';
import { rollLines } from './roll-lines';

/** The roll of one session of an offering the officer manages, masked; else NotFound. */
export async function getRoll(ctx: Ctx, offering: DeskOffering, sessionId: string) {
  const session = offering.sessions.find((s) => s.id === sessionId);
  if (!session) throw new NotFound('session');
  return looking(ctx, offering, async (tx) => ({
    session,
    lines: await rollLines(tx, session.id, false),
  }));
}

export type Roll = Awaited<ReturnType<typeof getRoll>>;
