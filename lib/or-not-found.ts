import 'server-only';
import { notFound } from 'next/navigation';
import { NotFound } from './errors';

/** For pages: what a query calls NotFound, out of scope included, becomes the 404 page. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
