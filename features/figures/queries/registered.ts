import 'server-only';
import {
  attendedFigure,
  expectedFigure,
  familiesFigure,
  firstTimersFigure,
  newFormFigure,
  peopleFigure,
  takenFigure,
  unmarkedFigure,
} from '@/features/bookings/queries/figures';
import { excusedFigure, noShowFigure } from '@/features/eligibility/queries/figures';
import { placesFigure, sessionsFigure } from '@/features/places/queries/figures';
import type { Figure } from '@/lib/figures';

/** Every figure of services, in the order of the table. */
export const serviceFigures: readonly Figure[] = [
  sessionsFigure,
  placesFigure,
  takenFigure,
  expectedFigure,
  attendedFigure,
  noShowFigure,
  excusedFigure,
  unmarkedFigure,
  peopleFigure,
  familiesFigure,
  firstTimersFigure,
  newFormFigure,
];

/** The figure of an id; undefined for any other word. */
export const figureOf = (id: string): Figure | undefined =>
  serviceFigures.find((figure) => figure.id === id);
