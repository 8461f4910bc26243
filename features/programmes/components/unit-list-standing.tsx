import { KeyFacts } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';

import { formatDateTime } from '@/lib/dates';
import type { UnitList } from '../queries/unit-list';

/** How a handed-in list stands: who has said yes, who has not, who waits. Numbers only, for any kind. */
export function UnitListStanding({ list }: { list: UnitList }) {
  const { standing: s, undoneAt, undoneReason, submittedAt, now } = list;
  if (list.status === 'undone' && undoneAt) {
    return (
      <Notice tone="warning">
        {formatDateTime(undoneAt, now)} 已撤回，原因：{undoneReason}
      </Notice>
    );
  }
  const said = (s.booked ?? 0) + (s.pending ?? 0) + (s.attended ?? 0) + (s.absent ?? 0);
  const left = (s.cancelled ?? 0) + (s.lapsed ?? 0) + (s.refused ?? 0);
  return (
    <>
      {submittedAt && (
        <p className="text-ink-2">
          {formatDateTime(submittedAt, now)} 交的名单{left > 0 && `，${left} 人放弃或逾期`}
        </p>
      )}
      <KeyFacts
        facts={[
          { value: `${said} 人`, label: '已确认' },
          { value: `${s.offered ?? 0} 人`, label: '等本人确认' },
          { value: `${s.waitlisted ?? 0} 人`, label: '候补' },
        ]}
      />
    </>
  );
}
