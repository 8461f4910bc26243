import { redirect } from 'next/navigation';
import { mergedInto } from '@/features/duplicates/queries/merged-into';
import type { Ctx } from '@/lib/ctx';

/** Leads from the old address of a record that was merged to the one that stands; returns where it was not. */
export async function followMerge(
  ctx: Ctx,
  place: 'members' | 'register',
  id: string,
): Promise<void> {
  const into = await mergedInto(ctx, id);
  if (into) redirect(`/desk/${place}/${into}`);
}
