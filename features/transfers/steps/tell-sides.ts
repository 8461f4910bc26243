import 'server-only';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { listDeskOfficers } from '@/features/review/queries/desk-officers';
import type { Ctx } from '@/lib/ctx';
import { notify, notifyEach } from '@/lib/messaging/outbox';
import {
  sideDeskNotice,
  type TransferEvent,
  transferEndedNotice,
  transferMemberNotice,
} from '../messages';
import type { SideName } from '../rules/two-sides';
import type { LockedTransfer } from './lock-transfer';

async function namesOf(tx: Ctx, { transfer, sides }: LockedTransfer) {
  const [from, to, outDesk, inDesk] = await Promise.all(
    [transfer.fromId, transfer.toId, sides.out.deskId, sides.in.deskId].map((id) =>
      getOrganisation(tx, id),
    ),
  );
  const name = (one: typeof from) => one?.shortName ?? '';
  return { from: name(from), to: name(to), out: name(outDesk), in: name(inDesk) };
}

/** Tells the officers of one side's desk what they are asked, each once for an event. As the system. */
export async function tellSide(
  systemTx: Ctx,
  locked: LockedTransfer,
  side: SideName,
  event: TransferEvent,
): Promise<void> {
  const names = await namesOf(systemTx, locked);
  const officers = await listDeskOfficers(systemTx, locked.sides[side].deskId);
  const { transfer, sides } = locked;
  const notice = sideDeskNotice(transfer, { ...names, side, dueOn: sides[side].dueOn }, event);
  await notifyEach(systemTx, officers, notice);
}

/** Tells the member what became of one side, once for an event. As the system. */
export async function tellMember(
  systemTx: Ctx,
  locked: LockedTransfer,
  side: SideName,
  event: TransferEvent,
): Promise<void> {
  const names = await namesOf(systemTx, locked);
  const { transfer, sides } = locked;
  const notice = transferMemberNotice(transfer, { ...names, ...sides[side] }, event);
  await notify(systemTx, { accountId: transfer.accountId, ...notice });
}

/**
 * Tells the member and the union that did not act last how it ended: who has just answered reads it on the page,
 * and who said nothing must hear what followed from it. As the system.
 */
export async function tellEnd(
  systemTx: Ctx,
  locked: LockedTransfer,
  ended: { status: string; on: string | null },
  actedLast: SideName | null,
): Promise<void> {
  const { transfer } = locked;
  const names = await namesOf(systemTx, locked);
  const other = actedLast === 'out' ? 'in' : 'out';
  const union = other === 'out' ? transfer.fromId : transfer.toId;
  const about = { ...names, on: ended.on, silent: locked.sides.out.status === 'silent' };
  const { member, desk } = transferEndedNotice(transfer, about, ended.status);
  await notify(systemTx, { accountId: transfer.accountId, ...member });
  await notifyEach(systemTx, await listDeskOfficers(systemTx, union), desk);
}
