import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import type { PlanCheck } from '../queries/plan-check';

const staffWords = ({ n, unchecked }: PlanCheck['staff'][number]): string => {
  if (n === 0) return '未登记';
  return unchecked > 0 ? `${n} 人，${unchecked} 人还没录查询` : `${n} 人，查询都有效`;
};

/** What of a draft is asked and who looks after it, beside its sessions and its conditions. */
export function PlanCheckPanel({ offeringId, check }: { offeringId: string; check: PlanCheck }) {
  const base = `/desk/offerings/${offeringId}`;
  const { questions, staff } = check;
  return (
    <Panel
      title="问题和看护"
      note={
        <>
          <TextLink href={`${base}/questions`} className="reach">
            改问题
          </TextLink>
          {staff.length > 0 && (
            <TextLink href={`${base}/staff`} className="reach ml-4">
              看护人员
            </TextLink>
          )}
        </>
      }
    >
      <KeyValues
        rows={[
          { label: '报名时问', value: questions.length > 0 ? questions.join('；') : '没有问题' },
          ...staff.map((one) => ({ label: one.session, value: staffWords(one) })),
        ]}
      />
    </Panel>
  );
}
