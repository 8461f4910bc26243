import { notFound, redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { signInByProvider } from '@/features/identity/commands/sign-in-by-provider';
import { afterProvider } from '@/features/identity/schema/ways-on';
import { finishAuthorization } from '@/lib/auth/authorization';
import { findProvider } from '@/lib/auth/identity-providers';
import { currentCtx } from '@/lib/auth/session';

/** Back from a provider: in, on to the second factor, or to the page that asks whether to link it. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  const ctx = await currentCtx();
  const authorization = await finishAuthorization(
    provider,
    request.nextUrl.searchParams,
    (identity, purpose) => signInByProvider(ctx, identity, purpose),
    (result) => (result.ok ? result.value.session : undefined),
  );
  redirect(afterProvider({ provider, ...authorization }));
}
