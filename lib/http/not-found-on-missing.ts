import 'server-only';
import { notFound } from 'next/navigation';
import { NotFound } from '../errors';

/** A page's query, or the 404 page: what is not there and what is not yours look the same. */
export async function notFoundOnMissing<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
