import { CheckboxField } from '@/components/forms/checkbox-field';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/dates';
import { askReturnAction, withdrawReturnAction } from '../actions';
import type { MyReturn } from '../queries/my-return';
import { returnConsent } from '../rules/return-visit';

function ReturnSteps({ mine }: { mine: MyReturn }) {
  const { status, row, answer, now, offering } = mine;
  if (status === 'waiting' && row) {
    return (
      <Notice tone="info">
        <p>
          <b>女职工部正在核实</b>
        </p>
        {formatDateTime(row.createdAt, now)}提交。工作人员会打电话给您，结果也会通知您。
      </Notice>
    );
  }
  if (status === 'verified') {
    return (
      <Notice tone="success">
        <p>
          <b>已核实，可以预约</b>
        </p>
        <p>{answer ?? '这一轮您不受间隔限制。'}</p>
        <LinkButton href={`/services/${offering.id}`} className="mt-3">
          去选时间
        </LinkButton>
      </Notice>
    );
  }
  if (status !== 'refused') return null;
  return (
    <Notice tone="warning">
      <p>
        <b>没有核实到</b>
      </p>
      {answer}
    </Notice>
  );
}

/** What she reads and does about coming back: say it, see how it stands, take it back. */
export function ReturnPanel({ mine, idempotencyKey }: { mine: MyReturn; idempotencyKey: string }) {
  const { status, interval, offering } = mine;
  const asks = status === null || status === 'refused';
  return (
    <>
      <ReturnSteps mine={mine} />
      {asks && interval && (
        <Form action={askReturnAction} idempotencyKey={idempotencyKey} isPrivate className="mt-4">
          <input type="hidden" name="offeringId" value={offering.id} />
          <p>
            {interval.note}，{interval.reason}。医院通知您再来的，不受这个间隔限制，由女职工部核实。
          </p>
          <p className="mt-2 text-ink-2">不用写检查结果，也不用传病历。</p>
          <Section title="单独同意">
            <CheckboxField name="returnConsent" label={returnConsent.body} compact required />
          </Section>
          <div className="mt-6">
            <SubmitButton pendingText="提交中…">
              {status === 'refused' ? '再次申请核实' : '申请核实'}
            </SubmitButton>
          </div>
        </Form>
      )}
      {asks && !interval && (
        <Notice tone="success">
          <p>
            <b>您现在不受间隔限制</b>
          </p>
          <LinkButton href={`/services/${offering.id}`}>去选时间</LinkButton>
        </Notice>
      )}
      {!asks && (
        <Form action={withdrawReturnAction} className="mt-6">
          <input type="hidden" name="offeringId" value={offering.id} />
          <SubmitButton variant="secondary" pendingText="撤回中…">
            撤回同意并删除
          </SubmitButton>
          <p className="mt-2 text-meta text-ink-3">已经约好的不受影响。</p>
        </Form>
      )}
    </>
  );
}
