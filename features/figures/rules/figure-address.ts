import type { Division } from './divisions';

/** What the figures are asked, as the address carries it. */
export interface AskedFigures {
  readonly from: string;
  readonly to: string;
  readonly kind?: string | undefined;
  readonly by: Division;
}

const query = (parts: Readonly<Record<string, string | undefined>>) =>
  new URLSearchParams(
    Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1])),
  ).toString();

/** The figures of a period, on screen, on paper (`/print`) or as a file; days `YYYY-MM-DD`. */
export const figuresHref = (
  { from, to, kind, by }: AskedFigures,
  at: '/desk/figures' | '/desk/figures/print' | '/api/desk/figures' = '/desk/figures',
  page?: number,
): string =>
  `${at}?${query({ from, to, kind, by, page: page && page > 1 ? String(page) : undefined })}`;

/** The rows behind the number of a figure: of one line of the table by its key, or of the whole. */
export const figureRowsHref = (
  { from, to, kind, by }: AskedFigures,
  figure: string,
  key?: string,
  page?: number,
): string =>
  `/desk/figures/rows?${query({
    figure,
    ...{ from, to, kind, by, key },
    page: page && page > 1 ? String(page) : undefined,
  })}`;

/** What the figures of members, unions and employers are asked; `unit` where it is not the reader's own. */
export interface AskedUnionFigures {
  readonly from: string;
  readonly to: string;
  readonly unit?: string | undefined;
}

/** The figures of members, unions and employers for a period, on screen or as a file; days `YYYY-MM-DD`. */
export const unionFiguresHref = (
  { from, to, unit }: AskedUnionFigures,
  at: '/desk/union-figures' | '/api/desk/union-figures' = '/desk/union-figures',
): string => `${at}?${query({ from, to, unit })}`;

/** The rows behind the number of such a figure: of one line of the table by its key, or of the whole. */
export const unionRowsHref = (
  { from, to, unit }: AskedUnionFigures,
  figure: string,
  key?: string,
  page?: number,
): string =>
  `/desk/union-figures/rows?${query({
    figure,
    ...{ from, to, unit, key },
    page: page && page > 1 ? String(page) : undefined,
  })}`;
