import { z } from 'zod';
import { sealedWords } from '@/lib/search';

const one = z.preprocess((v) => (Array.isArray(v) ? v[0] : v), z.string().max(64).optional());

/** The address of a check-in page: which session, whom to look for. Odd values are as if not given. */
export const checkInSearch = z.object({
  session: one.pipe(z.uuid().optional()).catch(undefined),
  q: sealedWords,
  on: one.pipe(z.iso.date().optional()).catch(undefined),
});
