import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { ButtonRow } from '@/components/ui/button-row';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { CallButton } from '@/features/organisations/components/call';
import { withdrawApplicationAction } from '../actions';
import type { MyCase } from '../queries/my-cases';
import { isWithdrawable } from '../rules/transitions';

interface CaseActionsProps {
  myCase: MyCase;
  idempotencyKey: string;
}

const again = (status: MyCase['status']) => status === 'rejected' || status === 'withdrawn';

const withdrawing = {
  className: 'mt-3',
  head: (
    <summary className="flex min-h-button items-center justify-center text-error">撤回申请</summary>
  ),
};

/** What the worker may do with the case now: call, print, withdraw, start again. */
export function CaseActions({ myCase, idempotencyKey }: CaseActionsProps) {
  return (
    <section className="mt-8" aria-label="可以办的">
      {again(myCase.status) && (
        <LinkButton href="/join" block className="mb-3">
          重新申请
        </LinkButton>
      )}
      {myCase.status === 'approved' && (
        <LinkButton href="/me/card" block className="mb-3">
          打开会员码
        </LinkButton>
      )}
      <ButtonRow>
        <CallButton variant="secondary" />
        {myCase.number && (
          <LinkButton
            href={`/applications/${myCase.id}/print`}
            variant="secondary"
            icon={<Icon name="print" />}
          >
            打印
          </LinkButton>
        )}
      </ButtonRow>
      {isWithdrawable(myCase) && (
        <Form action={withdrawApplicationAction} idempotencyKey={idempotencyKey} fold={withdrawing}>
          <p className="mb-3 text-ink-2">撤回后工会不再办理。填过的内容还在，可以重新申请。</p>
          <input type="hidden" name="applicationId" value={myCase.id} />
          <input type="hidden" name="version" value={myCase.version} />
          <SubmitButton variant="danger" pendingText="撤回中…">
            确认撤回
          </SubmitButton>
        </Form>
      )}
    </section>
  );
}
