import { FlowPage } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { readPortal } from '@/lib/portal/portal';
import { requestId } from '@/lib/request-id';

/** A union's code that is mistyped, replaced, or of a union that was dissolved: joining goes on without it. */
export default async function UnknownCode() {
  const number = await requestId();
  const { townWord } = await readPortal();
  return (
    <FlowPage backHref="/guide/join" backLabel="办事指南">
      <ResultPage
        tone="warning"
        title="这个入会码不能用了"
        actions={<LinkButton href="/join">不用码，接着办</LinkButton>}
      >
        可能抄错了字，或工会换了新码。不用码也能入会，按单位或{townWord}找工会就行。编号 {number}。
      </ResultPage>
    </FlowPage>
  );
}
