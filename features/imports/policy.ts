import { type Permission, permission } from '@/lib/access';
import type { Actor } from '@/lib/actor';
import type { Book } from './rules/books';

/** Take in a book of members of the unions at the node and below, write it, and take it back. */
export const canImport = permission({
  name: 'import_books',
  label: '导入会员名册',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});

/** The same with a list of employers of an area: whoever keeps 企业台账. */
export const canImportEmployers = permission({
  name: 'import_employers',
  label: '导入企业台账',
  roles: ['town_admin', 'organisation_officer'],
});

/** The same with a list of unions: whoever founds and changes organisations. */
export const canImportUnions = permission({
  name: 'import_unions',
  label: '导入工会组织',
  roles: ['organisation_officer'],
});

/** The right to import each book. */
export const bookPermissions: Record<Book, Permission> = {
  members: canImport,
  employers: canImportEmployers,
  unions: canImportUnions,
};

/** May the actor do with an import of this book what belongs to the organisation at the end of `path`? Source: domain.md §6.13. */
export const mayImport = (actor: Actor, book: Book, path: readonly string[]): boolean =>
  bookPermissions[book](actor, path);

/** Books that an officer may import somewhere, in the order in which they are offered. */
export const booksOf = (actor: Actor): Book[] =>
  (Object.keys(bookPermissions) as Book[]).filter((book) => bookPermissions[book].anywhere(actor));
