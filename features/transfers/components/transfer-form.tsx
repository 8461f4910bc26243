import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { LinkButton } from '@/components/ui/link-button';
import { SummaryList } from '@/components/ui/summary-list';
import { documentName } from '@/features/applications/components/answers';
import { IdConsentField } from '@/features/applications/components/id-consent-field';
import { RefreshOnChange } from '@/features/applications/components/refresh-on-change';
import type { JoinForm } from '@/features/applications/queries/joining';
import { questionPath } from '@/features/applications/rules/paths';
import { CallCell } from '@/features/organisations/components/call';
import { requestTransferAction } from '../actions';

interface TransferFormProps {
  form: JoinForm;
  idempotencyKey: string;
}

/** 转会 instead of joining, for who says that they are a member elsewhere; nobody is told whether they are. */
export function TransferForm({ form, idempotencyKey }: TransferFormProps) {
  return (
    <>
      <PageHead title="登记转会">
        以前入过会、换了单位的，登记转会，不用重新入会；工会核对后和您联系。
      </PageHead>
      <Section title="转会到哪里">
        <SummaryList
          rows={[
            {
              question: documentName(form.idType),
              answer: form.idMasked,
              changeHref: questionPath('id'),
            },
            {
              question: '转入的工会',
              answer: form.unionName ?? '还没有填',
              changeHref: questionPath('workplace', 'transfer'),
            },
          ]}
        />
      </Section>
      {form.organisationId ? (
        <Form action={requestTransferAction} idempotencyKey={idempotencyKey} className="mt-4">
          <RefreshOnChange />
          <input type="hidden" name="version" value={form.version} />
          <IdConsentField />
          <div className="mt-6">
            <SubmitButton>登记转会</SubmitButton>
          </div>
        </Form>
      ) : (
        <div className="mt-6">
          <LinkButton href={questionPath('workplace', 'transfer')} block>
            填工作单位
          </LinkButton>
        </div>
      )}
      <Section title="不是您的情况？">
        <CellList>
          <Cell title="没有入过会" sub="回去提交入会申请" href="/join/check" />
          <Cell title="证件号填错了" sub="回去改" href={questionPath('id')} />
          <CallCell say="请说“想问转会”" />
        </CellList>
      </Section>
    </>
  );
}
