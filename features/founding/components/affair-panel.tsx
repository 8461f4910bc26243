import { Panel } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { formatFullDay } from '@/lib/dates';
import type { FoundingScreen } from '../queries/foundings';
import { changeNames } from '../rules/kinds';

/** What 换届, 变更, 注销 or 补证 is about, and until when a change has to be asked for. */
export function AffairPanel({ founding }: { founding: FoundingScreen }) {
  const { kind, facts, actions, changeDueOn } = founding;
  if (kind === 'founding') return null;
  const { reason, what, value } = facts.lead ?? {};
  const [first] = actions;
  return (
    <Panel title="这件事">
      <KeyValues
        single
        rows={[
          ...(what ? [{ label: '变更', value: `${changeNames[what]}：${value}` }] : []),
          { label: '日期', value: first ? formatFullDay(first.doneOn) : '' },
          { label: '依据、原因', value: reason ?? '' },
          ...(changeDueOn ? [{ label: '最迟申请', value: formatFullDay(changeDueOn) }] : []),
        ]}
      />
    </Panel>
  );
}
