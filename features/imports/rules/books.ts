import type { importBooks } from '@/db/schema/enums';
import type { BookField } from './book-field';
import { employerFields } from './employer-fields';
import { memberFields } from './member-fields';
import { unionFields } from './union-fields';

export type Book = (typeof importBooks)[number];

/** The columns that each book may have. */
export const bookFields: Record<Book, readonly BookField[]> = {
  members: memberFields,
  employers: employerFields,
  unions: unionFields,
};

export const bookLabels: Record<Book, string> = {
  members: '会员名册',
  employers: '企业台账',
  unions: '工会组织',
};
