import { Tabs } from '@/components/ui/tabs';
import { importKinds } from '@/db/schema/enums';
import type { ImportView } from '../queries/import-view';
import { kindWords } from '../rules/import-words';
import { reviewHref } from '../rules/review-href';
import type { ReviewView } from '../schema/imports';

const results = [
  ['taken_back', '已收回'],
  ['left', '没有写入'],
  ['stayed', '留下'],
  ['failed', '收不回'],
] as const;

/** The rows by what they are, and what did not go as shown. */
export function ReviewTabs({ view, at }: { view: ImportView; at: ReviewView }) {
  const { kinds, states } = view;
  const attention = kinds.conflict + kinds.error + kinds.update + kinds.twice;
  const tab = (kind: string, label: string, count: number) => ({
    ...{ label, count },
    href: reviewHref(view.id, { kind }),
    current: (at.kind ?? 'attention') === kind,
  });
  return (
    <Tabs
      label="按结果看"
      tabs={[
        tab('attention', '要看的', attention),
        ...importKinds.map((kind) => tab(kind, kindWords[kind], kinds[kind])),
        ...results
          .filter(([kind]) => states[kind] > 0)
          .map(([kind, label]) => tab(kind, label, states[kind])),
      ]}
    />
  );
}
