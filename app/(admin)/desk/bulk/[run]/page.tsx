import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { TextLink } from '@/components/ui/app-link';
import {
  approveBulkAction,
  refuseBulkAction,
  sendBackBulkAction,
  stopBulkAction,
} from '@/features/desk/actions';
import { BulkBlocked, BulkDecide } from '@/features/desk/components/bulk-decide';
import { BulkProgress } from '@/features/desk/components/bulk-progress';
import { BulkRows } from '@/features/desk/components/bulk-rows';
import { InboxKeys } from '@/features/desk/components/inbox-keys';
import { getBulkRun } from '@/features/desk/queries/bulk-run';
import { readSentences } from '@/features/desk/queries/reasons';
import { bulkKindLabels } from '@/features/desk/rules/bulk';
import { bulkView } from '@/features/desk/schema/bulk';
import { undoManyBookingsAction } from '@/features/enrolment/actions';
import { undoManyAction } from '@/features/review/actions';
import { requireStaff } from '@/lib/auth/session';
import { formatCount } from '@/lib/format';
import { returnTo } from '@/lib/forms/return-to';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '批量办理' };

const undo = { applications: undoManyAction, bookings: undoManyBookingsAction };

export default async function BulkRunPage({ params, searchParams }: PageProps<'/desk/bulk/[run]'>) {
  const ctx = await requireStaff('/desk');
  const view = bulkView.parse(await searchParams);
  const { run: id } = await params;
  const run = await notFoundOnMissing(getBulkRun(ctx, id, view));
  const prepared = run.status === 'prepared';
  return (
    <DeskMain>
      <InboxKeys />
      <p className="mb-2">
        <TextLink href={returnTo('/desk', view.back, {})}>返回审批列表</TextLink>
      </p>
      <h1>{`批量办理：${bulkKindLabels[run.kind]} ${formatCount(run.total)} 件`}</h1>
      {run.others.map((other) => (
        <p key={other.id} className="text-ink-2">
          同时选的还有
          <TextLink href={returnTo(`/desk/bulk/${other.id}`, undefined, { back: view.back })}>
            {`${bulkKindLabels[other.kind]} ${formatCount(other.total)} 件`}
          </TextLink>
          ，要另外办。
        </p>
      ))}
      {prepared ? (
        <>
          <p className="mb-4 text-ink-2">
            先看清每一件，再在下面选一种办法。每一件单独办理；选好以后又有变化的不办，会说明原因。
          </p>
          <BulkBlocked run={run} />
        </>
      ) : (
        <BulkProgress run={run} stop={stopBulkAction} undo={undo[run.kind]} />
      )}
      <BulkRows run={run} view={view} />
      {prepared && (
        <BulkDecide
          run={run}
          back={view.back}
          approve={approveBulkAction}
          sendBack={sendBackBulkAction}
          refuse={refuseBulkAction}
          sentences={await readSentences(ctx, run.kind)}
        />
      )}
    </DeskMain>
  );
}
