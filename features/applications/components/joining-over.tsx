import { FlowPage } from '@/components/layout/member-page';
import { ButtonRow } from '@/components/ui/button-row';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import type { Joining } from '../queries/joining';

/** What old pages of a finished application say, instead of asking or submitting again. */
export function JoiningOver({ joining }: { joining: Exclude<Joining, { kind: 'filling' }> }) {
  return (
    <FlowPage backHref="/affairs" backLabel="办事">
      {joining.kind === 'member' ? (
        <ResultPage
          title="您已经是会员"
          actions={
            <ButtonRow>
              <LinkButton href="/me/card">打开会员码</LinkButton>
              <LinkButton href="/me/profile" variant="secondary">
                转会、改资料
              </LinkButton>
            </ButtonRow>
          }
        >
          不用再申请。换了单位、换了工作，在会员资料里登记。
        </ResultPage>
      ) : (
        <ResultPage
          title="已提交"
          reference={joining.number}
          actions={
            <ButtonRow>
              <LinkButton href={`/applications/${joining.id}`}>查进度</LinkButton>
              <LinkButton href="/" variant="secondary">
                回首页
              </LinkButton>
            </ButtonRow>
          }
        >
          这份申请已经交给工会，不用再填。要改内容，请先看进度。
        </ResultPage>
      )}
    </FlowPage>
  );
}
