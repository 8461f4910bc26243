import { Icon } from './icon';
import { SearchLimit } from './search-limit';

interface SearchBoxProps {
  label: string;
  /** A GET form: the search is part of the address. */
  action: string;
  name?: string;
  defaultValue?: string;
  /** Further parts of the address that a new search keeps. */
  keep?: Readonly<Record<string, string | undefined>>;
  className?: string;
}

/** One field to search in; works without scripts, the words stay in the address. */
export function SearchBox({ label, action, name = 'q', defaultValue, ...rest }: SearchBoxProps) {
  return (
    <search className={rest.className}>
      <form action={action} className="relative">
        {Object.entries(rest.keep ?? {}).map(
          ([key, value]) => value && <input key={key} type="hidden" name={key} value={value} />,
        )}
        <Icon
          name="search"
          className="absolute top-1/2 left-3 -mt-[10px] size-5 text-ink-2 desk:left-[9px]"
        />
        <input
          type="search"
          name={name}
          aria-label={label}
          placeholder={label}
          defaultValue={defaultValue}
          enterKeyHint="search"
          className="input pl-10 desk:pl-[34px]"
        />
      </form>
      <SearchLimit words={defaultValue} />
    </search>
  );
}
