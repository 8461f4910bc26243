import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Notice } from '@/components/ui/notice';
import { archiveSegmentAction, restoreSegmentAction } from '../actions';
import type { SegmentView } from '../queries/segments';
import type { SegmentQuery } from '../schema/segment';

interface StateProps {
  segment: SegmentView;
  done: SegmentQuery['done'];
}

const fieldsOf = ({ id, version }: SegmentView) => ({ segmentId: id, version: String(version) });

/** 恢复, for who keeps it. */
function Restore({ segment, label }: { segment: SegmentView; label: string }) {
  if (!segment.mine) return null;
  return (
    <InlineForm action={restoreSegmentAction} fields={fieldsOf(segment)} className="mt-2">
      <SubmitButton small block={false} variant="secondary" pendingText="正在恢复…">
        {label}
      </SubmitButton>
    </InlineForm>
  );
}

/** What the last step did, with its way back, and that it is archived. */
export function SegmentDone({ segment, done }: StateProps) {
  if (segment.archivedAt) {
    const just = done === 'archived';
    return (
      <Notice tone={just ? 'success' : 'warning'} live={just}>
        已归档：不再出现在列表里，不能再发消息。发过的消息、用它定的报名条件不变。
        <Restore segment={segment} label={just ? '撤销归档' : '恢复'} />
      </Notice>
    );
  }
  const said = { added: '已保存', changed: '已保存', restored: '已恢复', archived: null };
  const words = done && said[done];
  return words ? (
    <Notice tone="success" live>
      {words}。
    </Notice>
  ) : null;
}

/** 归档, for who keeps it. */
export function ArchiveSegment({ segment }: { segment: SegmentView }) {
  if (!segment.mine || segment.archivedAt) return null;
  return (
    <InlineForm action={archiveSegmentAction} fields={fieldsOf(segment)}>
      <SubmitButton small block={false} variant="secondary" pendingText="正在归档…">
        归档
      </SubmitButton>
    </InlineForm>
  );
}
