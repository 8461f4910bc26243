import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import type { EmployerFilter } from '../schema/employer';
import { employersHref } from './employer-table';

/** Filters as links, the search as a plain GET form: the address is the state. */
export function EmployerSearch({ filter }: { filter: EmployerFilter }) {
  const chip = (label: string, union: EmployerFilter['union']) => ({
    label,
    href: employersHref(filter, { union, page: 1 }),
    current: filter.union === union,
  });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <form action="/desk/organisations/employers" className="flex flex-wrap gap-2">
        {filter.union && <input type="hidden" name="union" value={filter.union} />}
        <input
          type="search"
          name="q"
          defaultValue={filter.q}
          maxLength={60}
          aria-label="名称、拼音、首字母或信用代码"
          placeholder="名称、拼音、首字母或信用代码"
          className="input w-[22em] max-w-full"
        />
        <Button type="submit" variant="secondary" small block={false}>
          搜索
        </Button>
      </form>
      <Chips
        label="有没有工会"
        chips={[chip('全部', ''), chip('已建会', 'with'), chip('还没有工会', 'without')]}
        wrap
      />
    </div>
  );
}
