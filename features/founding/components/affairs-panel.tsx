import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Disclosures } from '@/components/ui/disclosure';
import { formatFullDay } from '@/lib/dates';
import type { AffairRow } from '../queries/affairs';
import { kindNames, stepName } from '../rules/kinds';
import { AffairForm } from './affair-form';

interface AffairsProps {
  organisationId: string;
  affairs: readonly AffairRow[];
  mayBegin: boolean;
  today: string;
  stamp: string;
}

/** 建会、换届、变更… of one union: each leads to its steps, and another may be begun. */
export function AffairsPanel(props: AffairsProps) {
  const { affairs, mayBegin } = props;
  if (affairs.length === 0 && !mayBegin) return null;
  return (
    <Panel title="建会、换届、变更">
      {affairs.length > 0 && (
        <ul className="mb-3 flex flex-col gap-1">
          {affairs.map(({ id, kind, step, lastOn }) => (
            <li key={id}>
              <TextLink href={`/desk/foundings/${id}`}>{kindNames[kind]}</TextLink>
              <span className="text-ink-2">
                {' '}
                {stepName(kind, step)}，{formatFullDay(lastOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayBegin && (
        <Disclosures>
          <AffairForm {...props} />
        </Disclosures>
      )}
    </Panel>
  );
}
