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
