import { notFound, redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { startQuery } from '@/features/identity/schema/pages';
import { afterProvider } from '@/features/identity/schema/ways-on';
import { beginAuthorization } from '@/lib/auth/authorization';
import { findProvider } from '@/lib/auth/identity-providers';

/** Off to a provider; there is no such page until it is configured. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  const { as: purpose, next } = startQuery.parse(Object.fromEntries(request.nextUrl.searchParams));
  const address = await beginAuthorization(provider, { purpose, next });
  redirect(address ?? afterProvider({ provider, decided: null, purpose, next }));
}
