import { viewCase } from '@/features/desk/commands/view-case';
import { viewCaseInput } from '@/features/desk/schema/case-tools';
import { inboxWords } from '@/features/desk/words';
import { jsonRoute } from '@/lib/forms/json-route';

export const dynamic = 'force-dynamic';

/** Asked by the page of a case while an officer has it before them. */
export const POST = jsonRoute('viewCase', viewCaseInput, viewCase, {
  words: inboxWords,
  keyed: false,
});
