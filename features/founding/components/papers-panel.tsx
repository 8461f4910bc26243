import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import type { FoundingScreen } from '../queries/foundings';
import { paperLabel, papersOf } from '../rules/papers';

/** The papers that are needed by now, filled in, as pages and as PDF. */
export function PapersPanel({ founding }: { founding: FoundingScreen }) {
  const { id, kind, step } = founding;
  const papers = papersOf(kind, step);
  if (papers.length === 0 || !founding.mayTake('applied')) return null;
  return (
    <Panel title="文件" note="照登记的填好，空着的手写">
      <ul className="flex flex-col gap-2">
        {papers.map((paper) => (
          <li key={paper} className="flex flex-wrap gap-x-4">
            <TextLink href={`/desk/foundings/${id}/papers/${paper}`}>
              {paperLabel(kind, paper)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
