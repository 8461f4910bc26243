import { FlowPage } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';

export const metadata = { title: '没有网络' };

export default function OfflinePage() {
  return (
    <FlowPage backHref="/" backLabel="首页">
      <ResultPage
        tone="neutral"
        icon="offline"
        title="现在没有网络"
        actions={
          <LinkButton href="/me/card" variant="secondary" block>
            看会员码（离线可用）
          </LinkButton>
        }
      >
        已经保存的步骤都在。网络恢复后再打开这一页。
      </ResultPage>
    </FlowPage>
  );
}
