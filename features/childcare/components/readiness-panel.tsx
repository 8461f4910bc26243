import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { type CheckLine, Checks } from '@/components/ui/checks';
import { LinkButton } from '@/components/ui/link-button';
import { checklistItems } from '@/db/schema/enums';
import { formatDateTime, formatDay } from '@/lib/dates';
import type { ClassStaffView } from '../queries/class-staff';
import { checklistWords, gapWords } from '../rules/readiness';

function linesOf({ gaps, staff, checklist, today }: ClassStaffView): CheckLine[] {
  const blocked = gapWords(gaps).map((text) => ({
    outcome: 'fail' as const,
    text: `${text}，不能开班`,
  }));
  const ending = staff.filter((s) => s.state === 'ending');
  const done = checklistItems.filter((item) => checklist.some((c) => c.item === item));
  const good: CheckLine[] = [];
  if (staff.length > 0 && !staff.some((s) => s.state === 'missing' || s.state === 'expired')) {
    good.push({ outcome: 'pass', text: `${staff.length} 人都有有效的犯罪记录查询` });
  }
  if (done.length > 0) {
    good.push({
      outcome: 'pass',
      text: `${done.map((item) => checklistWords[item].label).join('、')}已登记`,
    });
  }
  const warned = ending.map((s) => ({
    outcome: 'warn' as const,
    text: `${s.name}的查询 ${formatDay(s.validUntil ?? today, today)}到期，请提前重查`,
  }));
  return [...blocked, ...warned, ...good];
}

/** 签到与开班: what is settled, what keeps the class from opening, and the one red button. */
export function ReadinessPanel({ view, open }: { view: ClassStaffView; open: FormAction }) {
  const { gaps, openedAt, sessionId, now } = view;
  return (
    <Panel title="签到与开班" note={openedAt ? `${formatDateTime(openedAt, now)} 开班` : undefined}>
      <Checks dense lines={linesOf(view)} />
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
