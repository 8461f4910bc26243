import { Chips } from '@/components/ui/chips';
import { SearchBox } from '@/components/ui/search-box';
import type { EmployerFilter } from '../schema/employer';
import { employersHref } from './employer-table';

interface EmployerSearchProps {
  filter: EmployerFilter;
  words: string;
  lost: boolean;
}

/** Filters as links, the search as a form: the address is the state. */
export function EmployerSearch({ filter, words, lost }: EmployerSearchProps) {
  const chip = (label: string, union: EmployerFilter['union']) => ({
    label,
    href: employersHref(filter, { union, page: 1 }),
    current: filter.union === union,
  });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <SearchBox
        label="搜名称、拼音、信用代码"
        to="/desk/organisations/employers"
        words={words}
        lost={lost}
        keep={{ union: filter.union || undefined }}
        className="w-[22em] max-w-full"
      />
      <Chips
        label="有没有工会"
        chips={[chip('全部', ''), chip('已建会', 'with'), chip('还没有工会', 'without')]}
        wrap
      />
    </div>
  );
}
