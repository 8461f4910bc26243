/** Not there, or not yours to know: the two must look the same from outside. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  // Next answers an error of this digest, thrown while a page renders, with the 404 page.
  readonly digest = 'NEXT_HTTP_ERROR_FALLBACK;404';
}

/** A correct page never offers this; someone asked for it all the same. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly digest = 'NEXT_HTTP_ERROR_FALLBACK;403';
}

/** The record moved on while the page was open. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

interface PgFailure {
  code: string;
  constraint: string | undefined;
}

/**
 * The SQLSTATE and constraint of a database error, however deeply Drizzle wrapped it; else null.
 * Never shows `message`: it holds the statement and its parameters.
 */
export function pgFailure(error: unknown): PgFailure | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string' && /^[0-9A-Z]{5}$/.test(e.code)) {
      const constraint = 'constraint_name' in e ? String(e.constraint_name) : undefined;
      return { code: e.code, constraint };
    }
  }
  return null;
}

/** True when a unique index or an exclusion constraint of this name refused the row. */
export function violates(error: unknown, constraint: string): boolean {
  const failure = pgFailure(error);
  return failure?.constraint === constraint && ['23505', '23P01', '23514'].includes(failure.code);
}
