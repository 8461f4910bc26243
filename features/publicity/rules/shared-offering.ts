import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import type { Shared } from './share-text';

/** Where everybody opens an offering, below the origin of the portal. */
export const offeringPath = (id: string): string => `/services/${id}`;

/** Where everybody fetches a file of an offering; the address never shows anything else. */
export const filePath = (id: string): string => `/api/offering-files/${id}`;

/**
 * What is told outside of an offering of the desk: sessions that are over are left out while others lie
 * ahead. In order of time.
 */
export function sharedOffering(o: DeskOffering): Shared {
  const ahead = o.live.filter(({ endsAt }) => endsAt > o.now);
  return { ...o, sessions: ahead.length > 0 ? ahead : o.live };
}
