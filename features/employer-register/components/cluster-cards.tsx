import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { foldOf } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { dismissClusterAction, takeClusterAction } from '../actions';
import type { Cluster } from '../queries/clusters';

function Which({ cluster: { homeId, employerId, name } }: { cluster: Cluster }) {
  return (
    <>
      <input type="hidden" name="homeId" value={homeId} />
      <input type="hidden" name="employerId" value={employerId ?? ''} />
      <input type="hidden" name="employerName" value={employerId ? '' : name} />
    </>
  );
}

/** 以入会促建会: each cluster with what to do about it. */
export function ClusterCards({ clusters }: { clusters: readonly Cluster[] }) {
  if (clusters.length === 0) {
    return (
      <EmptyState icon="users" title="现在没有会员聚集">
        网上会员之家里，同一单位的会员够多、单位又没有工会时，会出现在这里。
      </EmptyState>
    );
  }
  return (
    <ul className="flex max-w-form flex-col gap-4">
      {clusters.map((cluster, at) => (
        <li key={`${cluster.homeId} ${cluster.employerId ?? cluster.name}`}>
          <Card>
            <div className="p-4">
              <h2>{cluster.name}</h2>
              <p className="mb-3 text-secondary text-ink-2">
                {cluster.home}有它的 {cluster.members} 名会员，
                {cluster.entered ? '台账里已有这家。' : '台账里还没有这家。'}
              </p>
              <Form action={takeClusterAction} part={`take${at}`}>
                <Which cluster={cluster} />
                <SubmitButton block={false} small variant="secondary">
                  接下，去促建会
                </SubmitButton>
              </Form>
            </div>
            <div className="border-t border-line">
              <Form action={dismissClusterAction} part={`dismiss${at}`} fold={foldOf('先不办')}>
                <Which cluster={cluster} />
                <TextField
                  name="reason"
                  label="为什么先不办"
                  maxLength={100}
                  hint="会员再多了会重新提示"
                  className="mb-3"
                />
                <SubmitButton block={false} small variant="secondary">
                  先不办
                </SubmitButton>
              </Form>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
