import { z } from 'zod';
import { longestAddress } from '@/lib/http/safe-redirect';
import { sealedWords } from '@/lib/search';

// Addresses are typed by anybody: what does not fit is left away, never an error page.
const text = (max: number) => z.string().max(max).optional().catch(undefined);

/** Whose account opens one here. */
const provider = z.enum(['wechat', 'oidc']).optional().catch(undefined);

export const signInQuery = z.object({
  next: text(longestAddress),
  failed: text(20),
  by: provider,
  ended: text(40),
});

export const codeQuery = z.object({ to: text(400), next: text(longestAddress) });

export const proveQuery = z.object({ to: text(800), next: text(longestAddress) });

export const startQuery = z.object({
  as: z.enum(['member', 'staff', 'link']).catch('member'),
  next: z.string().max(longestAddress).catch('/'),
});

export const signInsQuery = z.object({
  link: text(800),
  failed: text(20),
  by: provider,
  done: text(20),
});

export const onQuery = z.object({ next: text(longestAddress) });

export const ownQuery = z.object({ done: text(20), sent: text(1), saved: text(1) });

export const noticesQuery = z.object({ shown: z.coerce.number().int().min(0).max(400).catch(0) });

export const rolesQuery = z.object({
  phone: sealedWords.optional(),
  account: z.uuid().optional().catch(undefined),
  q: sealedWords.optional(),
  done: text(20),
  skip: z.coerce.number().int().min(0).max(10_000).catch(0),
});
