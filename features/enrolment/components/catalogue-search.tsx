import { SearchBox } from '@/components/ui/search-box';
import type { CatalogueFilter } from '../schema/catalogue';

interface CatalogueSearchProps {
  filter: CatalogueFilter;
  words: string;
  lost: boolean;
}

/** Search among what is offered; the other filters ride along. */
export function CatalogueSearch({ filter, ...search }: CatalogueSearchProps) {
  const { open, free, kind, when, town } = filter;
  return (
    <SearchBox
      label="搜活动、课程"
      to="/services"
      keep={{
        open: open ? '1' : undefined,
        free: free ? '1' : undefined,
        kind: kind ?? undefined,
        when: when ?? undefined,
        town: town ?? undefined,
      }}
      className="mb-3 block"
      {...search}
    />
  );
}
