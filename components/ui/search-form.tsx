import type { ReactNode } from 'react';

interface SearchFormProps {
  /** The list that is asked. */
  to: string;
  /** Further parts of the list's address that a new search keeps. */
  keep?: Readonly<Record<string, string | undefined>>;
  /** What was searched can no longer be read from the address. */
  lost?: boolean;
  className?: string;
  label?: string;
  children: ReactNode;
}

/**
 * The one form that asks a list for words. It is posted, because what stands in an address also stands in
 * the history and in logs; the answer leads to the list, with the words sealed (app/api/search).
 */
export function SearchForm({ to, keep = {}, lost, className, label, children }: SearchFormProps) {
  return (
    <form method="post" action="/api/search" className={className} aria-label={label}>
      <input type="hidden" name="to" value={to} />
      {Object.entries(keep).map(
        ([key, value]) => value && <input key={key} type="hidden" name={key} value={value} />,
      )}
      {children}
      {lost && (
        <p role="alert" className="mt-1 w-full text-meta text-error">
          这次搜索已失效，请重新输入
        </p>
      )}
    </form>
  );
}
