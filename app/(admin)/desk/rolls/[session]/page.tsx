import { redirect } from 'next/navigation';
import { offeringOfSession } from '@/features/programmes/queries/roll';
import { requireStaff } from '@/lib/auth/session';

interface Props {
  params: Promise<{ session: string }>;
  searchParams: Promise<{ export?: string; reason?: string }>;
}

/** A short way to a session's roll, for the export's answer and for links in messages. */
export default async function RollOfSessionPage({ params, searchParams }: Props) {
  const { session: sessionId } = await params;
  const { export: refused, reason } = await searchParams;
  const ctx = await requireStaff(`/desk/rolls/${sessionId}`);
  const offeringId = await offeringOfSession(ctx, sessionId);
  const query = new URLSearchParams({ session: sessionId });
  if (typeof refused === 'string') query.set('export', refused);
  if (typeof reason === 'string') query.set('reason', reason);
  redirect(`/desk/offerings/${offeringId}/roll?${query}#export`);
}
