import 'server-only';
import type { Book } from '../rules/books';
import type { BookWork } from './book-work';
import { employerBook } from './employer-book';
import { memberBook } from './member-book';
import { unionBook } from './union-book';

/** What each book brings to an import. */
export const bookWorks: Record<Book, BookWork> = {
  members: memberBook,
  employers: employerBook,
  unions: unionBook,
};
