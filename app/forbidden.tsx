import { FlowPage } from '@/components/layout/member-page';
import { ButtonRow } from '@/components/ui/button-row';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { CallButton } from '@/features/organisations/components/call';
import { requestId } from '@/lib/request-id';

export const metadata = { title: '没有权限' };

export default async function ForbiddenPage() {
  const number = await requestId();
  return (
    <FlowPage backHref="/" backLabel="首页">
      <ResultPage
        tone="neutral"
        title="您没有此操作权限"
        actions={
          <ButtonRow>
            <LinkButton href="/" variant="secondary">
              回首页
            </LinkButton>
            <CallButton />
          </ButtonRow>
        }
      >
        如需办理，请联系所属工会；刚换了岗位的，请退出后重新登录。编号 {number}。
      </ResultPage>
    </FlowPage>
  );
}
