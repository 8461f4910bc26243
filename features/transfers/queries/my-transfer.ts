import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { organisations } from '@/db/schema/organisations';
import { transferSides, transfers } from '@/db/schema/transfers';
import { findClock } from '@/features/clocks/queries/find-clock';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { clockOf } from '../rules/side-clocks';
import { transferUrgeDays } from '../settings';
import { listCarried } from './carried';

const from = alias(organisations, 'from_union');
const to = alias(organisations, 'to_union');
const desk = alias(organisations, 'desk');

const columns = {
  id: transfers.id,
  number: transfers.number,
  status: transfers.status,
  personId: transfers.personId,
  accountId: transfers.accountId,
  fromId: transfers.fromId,
  from: from.shortName,
  to: to.shortName,
  askedBy: transfers.askedBy,
  createdAt: transfers.createdAt,
  openedAt: transfers.openedAt,
  effectiveOn: transfers.effectiveOn,
};

const rows = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(transfers)
    .innerJoin(from, eq(from.id, transfers.fromId))
    .innerJoin(to, eq(to.id, transfers.toId));

/** The account's own transfers, newest first, at most three: the one under way, and how the last ones ended. */
export async function listOwnTransfers(ctx: Ctx) {
  return read(ctx, async (tx) => {
    if (tx.actor.kind !== 'account') return [];
    return rows(tx)
      .where(eq(transfers.accountId, tx.actor.accountId))
      .orderBy(desc(transfers.createdAt))
      .limit(3);
  });
}

export type OwnTransfer = Awaited<ReturnType<typeof listOwnTransfers>>[number];

/** Where the transfer of the signed-in member lies that is under way; null when none is. */
export async function findOpenOwnTransfer(ctx: Ctx): Promise<string | null> {
  return read(ctx, async (tx) => {
    if (tx.actor.kind !== 'account') return null;
    const [open] = await tx.db
      .select({ id: transfers.id })
      .from(transfers)
      .where(
        and(
          eq(transfers.accountId, tx.actor.accountId),
          inArray(transfers.status, ['proposed', 'open']),
        ),
      );
    return open?.id ?? null;
  });
}

/** Both sides of a transfer with their desks and deadlines, the old one first. Inside a transaction. */
export async function sidesOf(tx: Ctx, transferId: string) {
  const sides = await tx.db
    .select({
      side: transferSides.side,
      deskId: transferSides.deskId,
      desk: desk.shortName,
      status: transferSides.status,
      dueOn: transferSides.dueOn,
      note: transferSides.note,
      answeredAt: transferSides.answeredAt,
      agreedOn: transferSides.agreedOn,
      appeal: transferSides.appeal,
      appealNote: transferSides.appealNote,
      stopId: transferSides.stopId,
      urgedAt: transferSides.urgedAt,
    })
    .from(transferSides)
    .innerJoin(desk, eq(desk.id, transferSides.deskId))
    .where(eq(transferSides.transferId, transferId))
    .orderBy(desc(transferSides.side));
  return Promise.all(
    sides.map(async (one) => {
      const kind = clockOf(one.side, one.status);
      const ref = { subjectKind: 'transfer', subjectId: transferId };
      return { ...one, clock: kind && (await findClock(tx, { ...ref, kind })) };
    }),
  );
}

export type ShownSide = Awaited<ReturnType<typeof sidesOf>>[number];

/** A transfer of the signed-in member with both sides and what goes along. Throws NotFound for another's. */
export async function getOwnTransfer(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('transfer');
  return read(ctx, async (tx) => {
    const account = tx.actor.kind === 'account' ? tx.actor.accountId : '';
    const own = and(eq(transfers.id, id), eq(transfers.accountId, account));
    const [row] = account === '' ? [] : await rows(tx).where(own);
    if (!row) throw new NotFound('transfer');
    const { urgeDays } = await readSettings(tx, { urgeDays: transferUrgeDays });
    return {
      ...row,
      urgeDays,
      sides: await sidesOf(tx, id),
      carried: await listCarried(tx, row),
      now: tx.now,
    };
  });
}

export type MyTransferCase = Awaited<ReturnType<typeof getOwnTransfer>>;
