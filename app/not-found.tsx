import { FlowPage } from '@/components/layout/member-page';
import { ButtonRow } from '@/components/ui/button-row';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { CallButton } from '@/features/organisations/components/call';
import { requestId } from '@/lib/request-id';

export const metadata = { title: '没有找到' };

export default async function NotFoundPage() {
  const number = await requestId();
  return (
    <FlowPage backHref="/" backLabel="首页">
      <ResultPage
        tone="neutral"
        title="没有找到这个页面"
        actions={
          <ButtonRow>
            <LinkButton href="/" variant="secondary">
              回首页
            </LinkButton>
            <CallButton />
          </ButtonRow>
        }
      >
        内容不存在或已下线。如果是别人发来的链接，请对方再发一次。编号 {number}。
      </ResultPage>
    </FlowPage>
  );
}
