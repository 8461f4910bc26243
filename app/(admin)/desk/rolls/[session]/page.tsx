import { redirect } from 'next/navigation';
import { offeringOfSession } from '@/features/rolls/queries/roll';
import { exportAnswer } from '@/features/rolls/schema/roll';
import { requireStaff } from '@/lib/auth/session';

interface Props {
  params: Promise<{ session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A short way to a session's roll, for the export's answer and for links in messages. */
export default async function RollOfSessionPage({ params, searchParams }: Props) {
  const { session: sessionId } = await params;
  const given = exportAnswer.parse(await searchParams);
  const ctx = await requireStaff(`/desk/rolls/${sessionId}`);
  const offeringId = await offeringOfSession(ctx, sessionId);
  const query = new URLSearchParams({ session: sessionId });
  for (const [name, value] of Object.entries(given)) {
    if (value) query.set(name, value);
  }
  redirect(`/desk/offerings/${offeringId}/roll?${query}#export`);
}
