import { NothingHere } from '@/components/layout/every-page';
import type { NothingHereWords } from '@/components/layout/nothing-here-page';
import { readPortal, telOf } from '@/lib/portal/portal';
import { requestId } from '@/lib/request-id';

/** A page that is not there or not for this role, with its number and whom to ring. */
export async function Refused(words: Omit<NothingHereWords, 'number' | 'hotline' | 'tel'>) {
  const [{ hotline }, number] = await Promise.all([readPortal(), requestId()]);
  return <NothingHere {...words} number={number} hotline={hotline} tel={telOf(hotline)} />;
}
