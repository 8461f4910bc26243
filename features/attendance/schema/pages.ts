import { z } from 'zod';
import { one } from '@/lib/one';
import { sealedWords } from '@/lib/search';

const text = z.preprocess(one, z.string().max(64).optional());

/** The address of a check-in page: which session, whom to look for. Odd values are as if not given. */
export const checkInSearch = z.object({
  session: text.pipe(z.uuid().optional()).catch(undefined),
  q: sealedWords,
  on: text.pipe(z.iso.date().optional()).catch(undefined),
});

/** A course's roll as the address asks for it: one meeting, or ten of them as a grid. */
export const courseRollSearch = z.object({
  on: text.pipe(z.iso.date().optional()).catch(undefined),
  view: text.pipe(z.enum(['day', 'grid'])).catch('day'),
  part: z.preprocess(one, z.coerce.number().int().min(1).max(60).optional()).catch(undefined),
});
