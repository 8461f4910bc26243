import { isUuid } from '../ids';

/** The id that a job was queued with; anything else is a bug, and trying again will not help. */
export function jobId(payload: unknown): string {
  const id = typeof payload === 'object' && payload && 'id' in payload ? payload.id : null;
  if (typeof id !== 'string' || !isUuid(id)) throw new TypeError('a job without its id');
  return id;
}
