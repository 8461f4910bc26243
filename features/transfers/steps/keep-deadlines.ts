import 'server-only';
import type { ClockHandler, ClockHandlers, DueClock } from '@/features/clocks/queries/clock-row';
import type { Ctx } from '@/lib/ctx';
import { type ClockKind, clockKinds, sideOfKind } from '../rules/side-clocks';
import { mayBecome } from '../rules/two-sides';
import { concludeTransfer } from './conclude-transfer';
import { lockTransfer } from './lock-transfer';
import { setSide } from './set-side';
import { tellEnd, tellMember, tellSide } from './tell-sides';
import { unionAbove } from './union-above';

/** The old union said nothing: its consent counts from its last day. */
async function takeSilence(tx: Ctx, { subjectId, dueOn }: DueClock): Promise<void> {
  const locked = await lockTransfer(tx, subjectId);
  if (!mayBecome(locked.sides.out.status, 'silent')) return;
  const now = await setSide(tx, locked, 'out', { status: 'silent', agreedOn: dueOn, dueOn: null });
  const ended = await concludeTransfer(tx, now);
  if (ended) await tellEnd(tx, now, ended, null);
  else await tellMember(tx, now, 'out', 'silent');
}

/** Nobody answered in time: the union above does; at the top it stays where it lies. */
async function passUp(tx: Ctx, { subjectId, kind }: DueClock): Promise<void> {
  const side = sideOfKind(kind);
  const locked = await lockTransfer(tx, subjectId);
  const above = await unionAbove(tx, locked.sides[side].deskId);
  if (above === null) return;
  const now = await setSide(tx, locked, side, { deskId: above, dueOn: null });
  await tellSide(tx, now, side, 'passed_up');
  await tellMember(tx, now, side, 'passed_up');
}

/** The time to appeal is over: the refusal is final. */
async function upholdRefusal(tx: Ctx, { subjectId, kind }: DueClock): Promise<void> {
  const side = sideOfKind(kind);
  const locked = await lockTransfer(tx, subjectId);
  if (!mayBecome(locked.sides[side].status, 'upheld')) return;
  const now = await setSide(tx, locked, side, { status: 'upheld', dueOn: null });
  const ended = await concludeTransfer(tx, now);
  if (ended) await tellEnd(tx, now, ended, side);
}

const whatBrings = (kind: ClockKind) => {
  if (kind === 'transfer_out') return takeSilence;
  return kind.startsWith('transfer_refused') ? upholdRefusal : passUp;
};

const handlerOfKind = (kind: ClockKind): ClockHandler => ({
  lock: async (tx, id) => (await lockTransfer(tx, id)).transfer.id === id,
  due: whatBrings(kind),
  moved: async (tx, { subjectId, dueOn }) => {
    const locked = await lockTransfer(tx, subjectId);
    await setSide(tx, locked, sideOfKind(kind), { dueOn });
    const { accountId, number, id } = locked.transfer;
    return { accountIds: [accountId], matter: `转会 ${number} `, link: `/me/transfer/${id}` };
  },
});

/**
 * What a transfer does by its deadlines, each in the transaction of the clock: silence of the old side is consent from
 * its due day, others go up to the union above, a refusal nobody appealed against is final. The conclusion audits.
 */
export const transferDeadlines: ClockHandlers = Object.fromEntries(
  clockKinds.map((kind) => [kind, handlerOfKind(kind)]),
);
