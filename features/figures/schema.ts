import { z } from 'zod';
import { offeringKinds } from '@/db/schema/enums';
import { legible } from '@/lib/characters';
import { isRealDate } from '@/lib/dates';
import { one } from '@/lib/one';
import { divisions } from './rules/divisions';

const first = <T extends z.ZodType>(type: T) => z.preprocess(one, type);
/** A day, nothing, or what cannot be one, which the page says. */
const day = first(z.string().max(20).optional().catch(undefined)).transform((typed) =>
  legible(typed ?? ''),
);

/** What the address of the figures asks: days both included, `YYYY-MM-DD`. */
export const figureFilter = z.object({
  from: day,
  to: day,
  kind: first(z.enum(offeringKinds).optional().catch(undefined)),
  by: first(z.enum(divisions).catch('place')),
  page: first(z.coerce.number().int().min(1).max(1000).catch(1)),
});
export type FigureFilter = z.output<typeof figureFilter>;

/** What the address of the rows behind a number asks besides; `key` is a row of the table, or nothing for all. */
export const figureRowsFilter = figureFilter.extend({
  figure: first(
    z
      .string()
      .regex(/^[a-z_]{1,30}$/)
      .catch(''),
  ),
  key: first(
    z
      .string()
      .regex(/^[\w-]{1,40}$/)
      .optional()
      .catch(undefined),
  ),
});
export type FigureRowsFilter = z.output<typeof figureRowsFilter>;

/** What the address of the figures of members and unions asks: days both included, and below which unit. */
export const unionFigureFilter = z.object({
  from: day,
  to: day,
  unit: first(z.uuid().optional().catch(undefined)),
});
export type UnionFigureFilter = z.output<typeof unionFigureFilter>;

/** What the address of their rows asks besides; `key` is a line of the table, or nothing for the whole. */
export const unionRowsFilter = unionFigureFilter.extend({
  figure: figureRowsFilter.shape.figure,
  key: figureRowsFilter.shape.key,
  page: figureFilter.shape.page,
});
export type UnionRowsFilter = z.output<typeof unionRowsFilter>;

/** Whether a typed day is a day of the calendar. */
export const isDay = (typed: string): boolean => isRealDate(typed);
