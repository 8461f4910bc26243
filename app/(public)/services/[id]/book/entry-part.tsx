import { EntryQuestions } from '@/features/draws/components/entry-questions';
import { enteredSiblings } from '@/features/draws/queries/siblings';
import type { OfferingPage, PageSession } from '@/features/enrolment/queries/offering-page';
import type { Ctx } from '@/lib/ctx';

interface EntryPartProps {
  ctx: Ctx;
  offering: OfferingPage;
  session: PageSession;
}

/** What only a draw asks: priorities claimed, siblings who go together. */
export async function EntryPart({ ctx, offering, session }: EntryPartProps) {
  if (session.entry !== 'enter') return null;
  return (
    <EntryQuestions terms={offering.terms} siblings={await enteredSiblings(ctx, session.id)} />
  );
}
