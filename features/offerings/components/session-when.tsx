import { KeptPieces } from '@/components/ui/kept-pieces';
import type { Timed } from '../rules/meetings';
import { sessionWhen } from '../rules/times';

/** `sessionWhen` on a page: the days together, and the weekdays with their hours. */
export const SessionWhen = ({ at, now }: { at: Timed; now: Date }) => (
  <KeptPieces text={sessionWhen(at, now)} />
);
