import type { CatalogueFilter } from '../schema/catalogue';

export type FilterPanel = 'kind' | 'when' | 'town';

/** The list's address for a filter: what stands at its default is left out, and a change starts at page 1. */
export function catalogueHref(filter: CatalogueFilter, more: { panel?: FilterPanel } = {}): string {
  const params = new URLSearchParams();
  if (filter.q) params.set('q', filter.q);
  if (filter.open) params.set('open', '1');
  if (filter.kind) params.set('kind', filter.kind);
  if (filter.when) params.set('when', filter.when);
  if (filter.town) params.set('town', filter.town);
  if (filter.free) params.set('free', '1');
  if (filter.page > 1) params.set('page', String(filter.page));
  if (more.panel) params.set('panel', more.panel);
  const query = params.toString();
  return query ? `/services?${query}` : '/services';
}

/** The same filter with some of it changed, from the first page on. */
export const changed = (filter: CatalogueFilter, by: Partial<CatalogueFilter>): string =>
  catalogueHref({ ...filter, page: 1, ...by });
