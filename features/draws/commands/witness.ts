import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { draws, drawWitnesses } from '@/db/schema/draws';
import { isOwnDraw } from '@/features/bookings/queries/own-in-session';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { safeEqual, sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { mayWorkOnDraw } from '../policy';
import { findDrawOf, listWitnesses, lockDraw } from '../queries/draw-row';
import { findDraw } from '../queries/find-draw';
import type { CommitWitnessInput, RevealWitnessInput } from '../schema/draw';
import { announceDraw } from '../steps/announce-draw';
import { lockDrawSession } from '../steps/lock-draw-session';

type Committed = Result<
  { offeringId: string },
  'other_source' | 'already_frozen' | 'committed_already' | 'own_case'
>;

/**
 * One of the three hands in the fingerprint of a secret sentence, before the list is sealed. Written
 * once: who could exchange it later could choose the outcome.
 * Refuses `own_case` when one's own or one's family's entry is among them; `other_source` for a
 * draw without witnesses; `already_frozen` once the list is sealed; `committed_already` for a
 * second sentence in one position.
 */
export async function commitWitness(ctx: Ctx, input: CommitWitnessInput): Promise<Committed> {
  return transaction(ctx, async (tx): Promise<Committed> => {
    const { offering, terms, id: sessionId } = await lockDrawSession(tx, input.sessionId);
    authorize(mayWorkOnDraw(tx.actor, offering.kind));
    if (await isOwnDraw(tx, sessionId)) return refuse('own_case');
    if (terms.draw.seed !== 'witnesses') return refuse('other_source');
    const about = { sessionId, offeringId: offering.id, terms, equalUntil: null };
    await announceDraw(tx, { ...about, closesAt: offering.bookingClosesAt });
    const draw = await findDrawOf(tx, sessionId);
    if (draw?.status !== 'announced') return refuse('already_frozen');
    const { position, name, commitment } = input;
    const [committed] = await tx.db
      .insert(drawWitnesses)
      .values({ drawId: draw.id, position, name, commitment })
      .onConflictDoNothing()
      .returning({ position: drawWitnesses.position });
    if (!committed) return refuse('committed_already');
    await recordAudit(tx, {
      action: 'commit_witness',
      entityType: 'draw',
      entityId: draw.id,
      organisationId: offering.organisationId,
      after: { position, name, commitment },
    });
    return ok({ offeringId: offering.id });
  });
}

type Revealed = Result<
  { offeringId: string },
  'not_frozen' | 'too_late_to_reveal' | 'not_the_secret' | 'revealed_already' | 'own_case'
>;

/**
 * After the list is sealed each sentence is typed in and checked against its fingerprint; with the third
 * the seed stands. From the fallback day on sentences no longer count: then the lottery decides, so
 * whoever keeps theirs back gains nothing they could choose (docs/draw.md §2). Throws NotFound for a draw
 * that there is not, or that is not the officer's.
 * Refuses `own_case` when one's own or one's family's entry is among them; `not_frozen` unless the
 * list is sealed and the seed open; `too_late_to_reveal` from the fallback day on; `not_the_secret`
 * when it does not match; `revealed_already`.
 */
export async function revealWitness(ctx: Ctx, input: RevealWitnessInput): Promise<Revealed> {
  return transaction(ctx, async (tx): Promise<Revealed> => {
    const seen = await findDraw(tx, input.drawId);
    if (!seen) throw new NotFound('draw');
    const { offering } = await lockDrawSession(tx, seen.sessionId);
    authorize(mayWorkOnDraw(tx.actor, offering.kind));
    if (await isOwnDraw(tx, seen.sessionId)) return refuse('own_case');
    const draw = await lockDraw(tx, input.drawId);
    if (draw?.status !== 'frozen') return refuse('not_frozen');
    if (draw.fallbackOn !== null && todayOn(tx.now) >= draw.fallbackOn) {
      return refuse('too_late_to_reveal');
    }
    const witness = (await listWitnesses(tx, draw.id)).find((w) => w.position === input.position);
    if (!witness || !safeEqual(sha256Hex(input.secret), witness.commitment)) {
      return refuse('not_the_secret');
    }
    const [revealed] = await tx.db
      .update(drawWitnesses)
      .set({ revealed: input.secret, revealedAt: tx.now })
      .where(
        and(
          eq(drawWitnesses.drawId, draw.id),
          eq(drawWitnesses.position, input.position),
          isNull(drawWitnesses.revealed),
        ),
      )
      .returning({ position: drawWitnesses.position });
    if (!revealed) return refuse('revealed_already');
    const all = (await listWitnesses(tx, draw.id)).map((w) => w.revealed);
    if (all.every((one) => one !== null)) {
      await tx.db
        .update(draws)
        .set({ status: 'seeded', seed: all.join(':'), seedLabel: '三方口令', seededAt: tx.now })
        .where(eq(draws.id, draw.id));
    }
    await recordAudit(tx, {
      action: 'reveal_witness',
      entityType: 'draw',
      entityId: draw.id,
      organisationId: offering.organisationId,
      after: { position: input.position },
    });
    return ok({ offeringId: offering.id });
  });
}
