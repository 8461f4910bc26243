import 'server-only';
import { timedTicket } from './timed-ticket';

/** Which account somebody stands before, and what they have shown so far. */
export interface Proof {
  readonly accountId: string;
  /** Absent after WeChat. */
  readonly phone?: string;
}

/** A half-done sign-in, for the page that asks for the identity number. */
export const { seal: proofTicket, open: proofOfTicket } = timedTicket<Proof>('proof');
