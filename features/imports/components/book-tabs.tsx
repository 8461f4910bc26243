import { Tabs } from '@/components/ui/tabs';
import { type Book, bookLabels } from '../rules/books';

/** Which book is brought in; none where there is but one. */
export function BookTabs({ books, current }: { books: readonly Book[]; current: Book }) {
  if (books.length < 2) return null;
  return (
    <Tabs
      label="导入什么"
      tabs={books.map((book) => ({
        label: bookLabels[book],
        href: `/desk/imports?book=${book}`,
        current: book === current,
      }))}
    />
  );
}
