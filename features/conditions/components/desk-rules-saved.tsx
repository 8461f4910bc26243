import { Notice } from '@/components/ui/notice';
import { savedWords } from '../rules/rules-saved';

/** What was just saved, and whom it reaches; nothing otherwise. */
export function RulesSaved({
  search,
}: {
  search: Readonly<Record<string, string | string[] | undefined>>;
}) {
  const saved = savedWords(search);
  return saved ? (
    <Notice tone="success" live className="mb-4">
      {saved}
    </Notice>
  ) : null;
}
