import 'server-only';
import type { GatheredFacts } from '@/features/eligibility/queries/facts';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { Entered, Places } from '@/features/places/rules/places';
import type { Ctx } from '@/lib/ctx';
import { drawStatusOf } from '../queries/draw-row';
import { entryGranted, equalUntil, isDrawn, wayIn } from '../rules/entering';
import { announceDraw } from './announce-draw';

/**
 * Under the capacity lock: an entry instead of a place, where places are drawn. Nothing is asked of
 * the database for an offering that is first come from its first second.
 * @returns null where booking goes on as usual, `frozen` when the list is sealed already
 */
export async function enterDraw(
  tx: Ctx,
  sessionId: string,
  { offering }: GatheredFacts['found'],
  places: Places,
): Promise<Entered | 'frozen' | null> {
  const terms = allocationTerms.parse(offering.allocationTerms);
  const { allocation } = offering;
  const about = {
    allocation,
    equalMinutes: terms.equalMinutes,
    bookingOpensAt: offering.opensAt === null ? null : new Date(offering.opensAt),
  };
  if (!isDrawn(about)) return null;
  const status = await drawStatusOf(tx, sessionId);
  const way = wayIn({ ...about, status }, tx.now);
  if (way === 'book') return null;
  if (way === 'frozen') return 'frozen';
  if (status === null) {
    await announceDraw(tx, {
      sessionId,
      offeringId: offering.id,
      terms,
      equalUntil: equalUntil(about),
      closesAt: offering.closesAt === null ? null : new Date(offering.closesAt),
    });
  }
  return entryGranted(places);
}
