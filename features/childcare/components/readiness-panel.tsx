import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { Checks } from '@/components/ui/checks';
import { LinkButton } from '@/components/ui/link-button';
import { formatDateTime } from '@/lib/dates';
import type { ClassStaffView } from '../queries/class-staff';
import { readinessLines } from '../rules/readiness-lines';

/** 签到与开班: what is settled, what keeps the class from opening, and the one red button. */
export function ReadinessPanel({ view, open }: { view: ClassStaffView; open: FormAction }) {
  const { gaps, openedAt, sessionId, now } = view;
  return (
    <Panel title="签到与开班" note={openedAt ? `${formatDateTime(openedAt, now)} 开班` : undefined}>
      <Checks dense lines={readinessLines(view)} />
      {openedAt && gaps.length > 0 && (
        <p role="alert" className="mt-2 font-semibold text-error">
          已开班，但现在不能让孩子入班。请先补齐。
        </p>
      )}
      {!openedAt && gaps.length === 0 && (
        <Form action={open} className="mt-3">
          <input type="hidden" name="sessionId" value={sessionId} />
          <SubmitButton pendingText="开班中…">开班</SubmitButton>
        </Form>
      )}
      {openedAt && (
        <div className="mt-3">
          <LinkButton href={`/class/${sessionId}`} variant="secondary">
            打开签到
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}
