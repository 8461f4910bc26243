import 'server-only';
import { childHandOvers, handOverPerson } from '@/db/schema/childcare';
import { type NewEntry, recordEntries } from '@/features/rolls/steps/record-entries';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { handedOverNotice, refusedHandOverNotice } from '../messages';
import { childDays } from '../queries/child-days';
import { enterClass, mayLookAfter, type RunClass } from '../queries/class-access';
import { type ClassChild, findClassChild, guardiansOf } from '../queries/class-child';
import { fetcherWords } from '../rules/pick-up';
import type { HandOverInput } from '../schema/class';
import { type Identified, identifyFetcher, type StopReason } from '../steps/identify-fetcher';

type Early = 'not_on_the_roll' | 'not_in' | 'already_out';
type Refused = { readonly refused: StopReason; readonly left: number };
type Outcome = Result<{ sessionId: string; refused: Refused | null }, Early>;

interface Scene {
  readonly facts: RunClass;
  readonly child: ClassChild;
  readonly on: string;
  readonly round: number;
}

/** Writes the line of this hand-over, or of the one that was refused, and returns its id. */
async function record(systemTx: Ctx, tx: Ctx, scene: Scene, found: Identified): Promise<string> {
  const id = newId();
  const { facts, child, on } = scene;
  await systemTx.db.insert(childHandOvers).values({
    id,
    bookingId: child.bookingId,
    childId: child.childId,
    sessionId: facts.sessionId,
    organiserId: facts.organiserId,
    onDay: on,
    at: tx.now,
    outcome: found.ok ? 'released' : 'refused',
    by: found.by,
    personSealed: found.person && sealField(JSON.stringify(found.person), handOverPerson(id)),
    reason: found.ok ? null : found.reason,
    staffAccountId: accountOf(tx.actor),
    staffLabel: tx.actor.kind === 'account' ? tx.actor.displayName : '系统',
  });
  return id;
}

async function leave(systemTx: Ctx, tx: Ctx, { facts, child, on, round }: Scene): Promise<void> {
  const entry: NewEntry = {
    id: newId(),
    bookingId: child.bookingId,
    sessionId: facts.sessionId,
    meetingOn: on,
    kind: 'out',
    at: tx.now,
    way: 'roll',
    byAccount: accountOf(tx.actor),
    round,
  };
  await recordEntries(systemTx, [entry]);
}

/** A mistyped code is the teacher's business; a stranger at the door is the guardians'. */
const isAlarming = (found: Identified) => !found.ok && found.by !== 'code';

async function handle(
  systemTx: Ctx,
  tx: Ctx,
  facts: RunClass,
  input: HandOverInput,
): Promise<Outcome> {
  const on = todayOn(tx.now);
  const child = await findClassChild(systemTx, input.bookingId, facts.sessionId);
  if (!child) return refuse('not_on_the_roll');
  const day = (await childDays(systemTx, [child.bookingId], on)).get(child.bookingId);
  if (day?.handedOver) return refuse('already_out');
  if (!day?.signedInAt) return refuse('not_in');
  const scene = { facts, child, on, round: day.round };
  const family = await guardiansOf(systemTx, child.childId);
  const found = await identifyFetcher(systemTx, child, family, input, on);
  const handOverId = await record(systemTx, tx, scene, found);
  if (found.ok) await leave(systemTx, tx, scene);
  const notice = found.ok
    ? handedOverNotice(child.bookingId, on, tx.now, fetcherWords(found.person))
    : refusedHandOverNotice(child.bookingId, handOverId, tx.now);
  const notified = found.ok || isAlarming(found) ? family.map((one) => one.accountId) : [];
  await notifyEach(systemTx, notified, notice);
  const refused = found.ok ? null : { refused: found.reason, left: found.left };
  return ok({ sessionId: facts.sessionId, refused });
}

/**
 * Hands a child over: to a guardian, to one of the listed people, or for a one-day code; to nobody
 * else (domain.md §3.2). Each refusal is committed as a line of its own, and told to the guardians.
 * Refuses `not_on_the_roll` for a child of another class; `not_in` before today's sign-in;
 * `already_out` after today's handing over.
 */
export async function handOver(
  ctx: Ctx,
  input: HandOverInput,
): Promise<Result<{ sessionId: string }, Early | StopReason>> {
  const work = async (tx: Ctx): Promise<Outcome> => {
    const facts = await enterClass(tx, input.sessionId);
    authorize(mayLookAfter(tx, facts));
    const done = await within(tx, asSystem(tx), (systemTx) => handle(systemTx, tx, facts, input));
    if (!done.ok) return done;
    await recordAudit(tx, {
      action: done.value.refused ? 'refuse_hand_over' : 'hand_over_child',
      entityType: 'booking',
      entityId: input.bookingId,
      organisationId: facts.organiserId,
      after: { by: input.by, on: todayOn(tx.now), refused: done.value.refused?.refused },
    });
    return done;
  };
  try {
    const done = await transaction(ctx, work);
    if (!done.ok) return done;
    const { refused, sessionId } = done.value;
    if (refused) return refuse(refused.refused, { detail: { left: refused.left } });
    return ok({ sessionId });
  } catch (error) {
    if (violates(error, 'child_hand_overs_once_idx')) return refuse('already_out');
    throw error;
  }
}
