import { Icon } from '@/components/ui/icon';
import { SearchLimit } from '@/components/ui/search-limit';
import type { CatalogueFilter } from '../schema/catalogue';

/** Search as a plain GET form; the other filters ride along. */
export function CatalogueSearch({ filter }: { filter: CatalogueFilter }) {
  const kept: [string, string][] = [];
  if (filter.open) kept.push(['open', '1']);
  if (filter.free) kept.push(['free', '1']);
  if (filter.kind) kept.push(['kind', filter.kind]);
  if (filter.when) kept.push(['when', filter.when]);
  if (filter.town) kept.push(['town', filter.town]);
  return (
    <search>
      <form action="/services" className="relative mb-3">
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-3 -mt-[10px] !size-5 text-ink-2"
        />
        <input
          className="input !pl-10"
          type="search"
          name="q"
          defaultValue={filter.q}
          aria-label="搜活动、课程"
          placeholder="搜活动、课程"
        />
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchLimit words={filter.q} />
      </form>
    </search>
  );
}
