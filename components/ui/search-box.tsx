import { Icon } from './icon';
import { SearchForm } from './search-form';
import { SearchLimit } from './search-limit';

interface SearchBoxProps {
  label: string;
  /** The list that is asked. */
  to: string;
  words?: string;
  /** What was searched can no longer be read from the address. */
  lost?: boolean;
  /** Further parts of the address that a new search keeps. */
  keep?: Readonly<Record<string, string | undefined>>;
  className?: string;
}

/** One field to search in; works without scripts. */
export function SearchBox({ label, words, className, ...form }: SearchBoxProps) {
  return (
    <search className={className}>
      <SearchForm {...form}>
        <div className="relative">
          <Icon
            name="search"
            className="pointer-events-none absolute top-1/2 left-3 -mt-[10px] size-5 text-ink-2 desk:left-[9px]"
          />
          <input
            type="search"
            name="q"
            aria-label={label}
            placeholder={label}
            defaultValue={words}
            enterKeyHint="search"
            className="input pl-10 desk:pl-[34px]"
          />
        </div>
        <SearchLimit words={words} />
      </SearchForm>
    </search>
  );
}
