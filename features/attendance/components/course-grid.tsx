import type { FormAction } from '@/components/forms/form-state';
import { Chips } from '@/components/ui/chips';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { RevealAll } from '@/features/bookings/components/reveal-all';
import { formatShortDay } from '@/lib/dates';
import type { CourseGrid } from '../queries/course-grid';
import { RollGrid } from './roll-grid';

interface Props {
  grid: CourseGrid;
  offeringId: string;
  mark: FormAction;
  revealAll: FormAction;
}

/** The roll of a course as a grid of people and meetings, ten meetings at a time. */
export function CourseGridPanel({ grid, offeringId, mark, revealAll }: Props) {
  const { sessionId, parts, part, today, lines, days } = grid;
  if (lines.length === 0) {
    return <EmptyState title="这一场还没有人">已通过的预约会列在名册里。</EmptyState>;
  }
  return (
    <div className="flex flex-col gap-3">
      {parts.length > 1 && (
        <Chips
          label="哪些天"
          wrap
          chips={parts.map(({ no, first, last }) => ({
            label: `${formatShortDay(first, today)} 至 ${formatShortDay(last, today)}`,
            href: `?session=${sessionId}&view=grid&part=${no}`,
            current: no === part,
          }))}
        />
      )}
      {!days.some((day) => day.open) && (
        <Notice>
          这几天还没到点名的时候：上课以后可以点；托管班当天在“班级签到”里登记，过后才能改。
        </Notice>
      )}
      <RevealAll
        action={revealAll}
        offeringId={offeringId}
        bookingIds={lines.map((line) => line.bookingId)}
      >
        <RollGrid key={`${sessionId}:${part}`} action={mark} grid={grid} />
      </RevealAll>
    </div>
  );
}

/** A course's roll by one meeting, or as a grid. */
export function RollViews({ sessionId, view }: { sessionId: string; view: 'day' | 'grid' }) {
  return (
    <Chips
      label="怎么点名"
      chips={[
        { label: '一天一天点', href: `?session=${sessionId}`, current: view === 'day' },
        { label: '整张表点', href: `?session=${sessionId}&view=grid`, current: view === 'grid' },
      ]}
    />
  );
}
