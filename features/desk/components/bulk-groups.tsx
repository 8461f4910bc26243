import type { FormAction } from '@/components/forms/form-state';
import { Section } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { statusLabels } from '@/features/applications/rules/transitions';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { bulkLimit } from '@/lib/forms/ticked-rows';
import { newId } from '@/lib/ids';
import type { BulkRow } from '../queries/bulk-preview';
import { whyNotInBulk } from '../rules/bulk';
import { bulkWords } from '../rules/bulk-words';
import { matterLabels } from '../schema/inbox';
import { BulkForm, type BulkLine } from './bulk-form';

interface BulkGroupsProps {
  rows: readonly BulkRow[];
  /** How many were ticked, in scope or not. */
  ticked: number;
  approve: { applications: FormAction; bookings: FormAction };
  undo: { applications: FormAction; bookings: FormAction };
}

const labels: Record<string, string> = { ...bookingStatusLabels, ...statusLabels };

function lineOf(row: BulkRow): BulkLine {
  const to = row.kind === 'membership' ? (row.passes_on ? '转上级确认' : '已通过') : '已预约';
  return {
    id: row.id,
    version: row.version,
    title: row.title ?? '未填姓名',
    sub: [matterLabels[row.kind], row.about, row.place, row.number].filter(Boolean).join(' · '),
    change: `${labels[row.status]} → ${to}`,
    blockedReason: whyNotInBulk(row),
  };
}

/** Applications and bookings apart, each with its own button: each row is approved for itself. */
export function BulkGroups({ rows, ticked, approve, undo }: BulkGroupsProps) {
  const applications = rows.filter((row) => row.kind === 'membership').map(lineOf);
  const bookings = rows.filter((row) => row.kind !== 'membership').map(lineOf);
  if (rows.length === 0) {
    return <EmptyState title="没有选中要办的">回到列表，勾选要一起通过的申请或预约。</EmptyState>;
  }
  return (
    <>
      {ticked > bulkLimit && (
        <Notice tone="warning" className="mb-4">
          {`选了 ${ticked} 件，一次最多 ${bulkLimit} 件，下面是前 ${bulkLimit} 件。`}
        </Notice>
      )}
      {applications.length > 0 && (
        <Section title={`入会申请 ${applications.length} 件`}>
          <BulkForm
            action={approve.applications}
            undo={undo.applications}
            lines={applications}
            submit="通过这 {n} 件入会申请"
            words={bulkWords}
            idempotencyKey={newId()}
          />
        </Section>
      )}
      {bookings.length > 0 && (
        <Section title={`预约报名 ${bookings.length} 件`}>
          <BulkForm
            action={approve.bookings}
            undo={undo.bookings}
            lines={bookings}
            submit="通过这 {n} 件预约报名"
            words={bulkWords}
            idempotencyKey={newId()}
          />
        </Section>
      )}
    </>
  );
}
