import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { formSheet } from '@/lib/documents/form-sheet';
import { read } from '@/lib/transaction';
import { type Book, bookLabels } from '../rules/books';
import { bookWorks } from '../steps/book-works';

/** The workbook of a book to fill in: headings, what they mean, what may be chosen, an example. Nothing is in it. */
export async function bookTemplate(
  ctx: Ctx,
  book: Book,
): Promise<{ name: string; content: Buffer }> {
  const { columns: fields, notes, options: choices } = bookWorks[book];
  const options = await read(ctx, choices);
  const columns = fields.map(({ key, label, hint, example, required }) => ({
    ...{ header: label, hint, example, required, options: options[key] },
  }));
  const content = await formSheet({ sheet: bookLabels[book], columns, notes });
  return { name: `${bookLabels[book]}模板.xlsx`, content };
}
