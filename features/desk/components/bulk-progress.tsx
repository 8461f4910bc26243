import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { formatCount } from '@/lib/format';
import type { BulkRunView } from '../queries/bulk-run';
import { bulkDecisionLabels } from '../rules/bulk';
import { BulkUndo } from './bulk-undo';
import { KeepFresh } from './keep-fresh';

interface BulkProgressProps {
  run: BulkRunView;
  stop: FormAction;
  undo: FormAction;
}

/** How far a running run is, with the way to stop it; asked again every second. */
function Running({ run, stop }: Omit<BulkProgressProps, 'undo'>) {
  const { done, left } = run.counts;
  const doing = run.decision ? bulkDecisionLabels[run.decision] : '';
  return (
    <div className="mt-3 mb-4">
      <KeepFresh everyMs={1000} />
      <p role="status" className="font-semibold">
        {`正在${doing}：已办 ${formatCount(done + left)} 件，共 ${formatCount(run.total)} 件`}
      </p>
      <progress
        max={run.total}
        value={done + left}
        aria-label="办理进度"
        className="mt-2 h-2 w-full max-w-[560px] accent-ink"
      />
      <p className="mt-1 text-ink-2">
        可以离开这一页，系统会接着办完。
        <TextLink href={`/desk/bulk/${run.id}`}>刷新</TextLink>
      </p>
      <InlineForm action={stop} fields={{ runId: run.id }} className="mt-3">
        <SubmitButton variant="secondary" block={false} pendingText="停下…">
          停下，剩下的不办
        </SubmitButton>
      </InlineForm>
    </div>
  );
}

/** What a run came to. */
function Over({ run, undo }: Omit<BulkProgressProps, 'stop'>) {
  const { done, left, waiting } = run.counts;
  const rest = waiting > 0 ? `，停下时还没有办的 ${formatCount(waiting)} 件` : '';
  return (
    <div className="mt-3 mb-4">
      <Notice tone={left + waiting > 0 ? 'warning' : 'success'} live>
        {`办成 ${formatCount(done)} 件，没有办 ${formatCount(left)} 件${rest}。`}
        {run.reason && `理由：${run.reason}`}
      </Notice>
      {run.undo && <BulkUndo action={undo} {...run.undo} />}
    </div>
  );
}

/** A run that was begun: its progress, or its result. */
export function BulkProgress({ run, stop, undo }: BulkProgressProps) {
  return run.status === 'running' ? (
    <Running run={run} stop={stop} />
  ) : (
    <Over run={run} undo={undo} />
  );
}
