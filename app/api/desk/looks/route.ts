import { deskWords } from '@/features/members/words';
import { openForReview } from '@/features/review/commands/open-for-review';
import { openInput } from '@/features/review/schema/review';
import { jsonRoute } from '@/lib/forms/json-route';

export const dynamic = 'force-dynamic';

/** Sent by an application that an officer has before them; a second look changes nothing. */
export const POST = jsonRoute('openForReview', openInput, openForReview, {
  words: deskWords,
  keyed: false,
});
