import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PastCorrections, SubjectCells } from '@/features/corrections/components/my-corrections';
import { listMyCorrections } from '@/features/corrections/queries/my-corrections';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '资料更正' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function CorrectionsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireFreshMember('/me/corrections');
  const [{ subjects, past }, { done }] = await Promise.all([listMyCorrections(ctx), searchParams]);
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="资料更正">
        姓名、证件号码、出生日期登记错了，填上正确的、拍一张证件照片，工会核对后更正。
      </PageHead>
      {done && (
        <Notice tone="success" live className="mb-4">
          已撤回，填的内容和照片已删除。
        </Notice>
      )}
      {subjects.length > 0 ? (
        <SubjectCells subjects={subjects} />
      ) : (
        <EmptyState
          icon="user"
          title="还没有登记过资料"
          action={<LinkButton href="/guide/join">去加入工会</LinkButton>}
        >
          入会或登记孩子以后，填错的可以在这里更正。
        </EmptyState>
      )}
      <PastCorrections past={past} />
    </FlowPage>
  );
}
