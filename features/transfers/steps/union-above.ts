import 'server-only';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';

/** The organisation directly above this one; null for the federation itself. Inside a transaction. */
export const unionAbove = async (tx: Ctx, id: string): Promise<string | null> =>
  (await organisationPath(tx, id))[1] ?? null;
