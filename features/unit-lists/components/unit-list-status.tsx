import { KeyFacts } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';

import { formatDateTime } from '@/lib/dates';
import type { UnitList } from '../queries/unit-list';

/** How a handed-in list stands: who has said yes, who has not, who waits. Numbers only, for any kind. */
export function UnitListHead({ list }: { list: UnitList }) {
  const { progress: s, undoneAt, undoneReason, submittedAt, now } = list;
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

/** What was just done, in one sentence; green only where nothing is left to put right. */
export function UnitListDone({ list, done, row, n }: DoneProps) {
  const faulty = (['invalid', 'not_in_unit', 'duplicate'] as const).some(
    (outcome) => (list.counts[outcome] ?? 0) > 0,
  );
  const name = list.lines.find((line) => line.rowNo === row)?.name ?? '';
  const words: Record<string, string> = {
    handed_in: '已交。每个人都会收到通知，请他们在时限内确认。',
    corrected: faulty ? '已重新核对，还有行要改，见下面的框。' : '已重新核对，没有要改的行了。',
    reminded: `已提醒${name}。夜里不发短信，早上再发。`,
    reminded_all: `已提醒 ${n ?? 0} 人。夜里不发短信，早上再发。`,
    replaced: `第 ${row} 行已换成${name}，等他本人确认。换下的人已收到通知。`,
  };
  const said = done && Object.hasOwn(words, done) ? words[done] : null;
  if (!said) return null;
  return (
    <Notice tone={done === 'corrected' && faulty ? 'warning' : 'success'} live>
      {said}
    </Notice>
  );
}

interface DoneProps {
  list: UnitList;
  done: string | undefined;
  row: number | undefined;
  /** How many were reminded. */
  n?: number | undefined;
}
