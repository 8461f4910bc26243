import 'server-only';
import type { IdentityProvider } from './identity-providers';
import { timedTicket } from './timed-ticket';

interface Link {
  readonly provider: IdentityProvider;
  /** The keyed hash that is stored. */
  readonly index: string;
  /** What the provider calls the person. */
  readonly displayName: string;
}

/** An identity that was vouched for in this browser, for the page that asks whether to link it. */
export const { seal: linkTicket, open: linkOfTicket } = timedTicket<Link>('link');
