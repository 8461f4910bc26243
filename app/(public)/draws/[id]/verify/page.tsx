import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Recompute } from '@/features/draws/components/recompute';
import { getDrawPage } from '@/features/draws/queries/draw-page';
import { currentCtx } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '重算抽签' };

export default async function VerifyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const draw = await notFoundOnMissing(getDrawPage(await currentCtx(), id, null));
  if (!draw.entriesHash || !draw.seed || draw.status !== 'drawn') notFound();
  return (
    <FlowPage backHref={`/draws/${id}`} backLabel="抽签结果">
      <PageHead title="在手机上重算一遍">
        下载封存的名单和公布的结果，在您的手机上从头算一遍。不用登录，也不传任何东西。
      </PageHead>
      <Recompute id={id} hash={draw.entriesHash} seed={draw.seed} />
      <Section title="在电脑上算">
        <CellList>
          <Cell icon="download" title="封存的名单" sub="list.txt" href={`/draws/${id}/list.txt`} />
          <Cell
            icon="download"
            title="公布的结果"
            sub="results.txt"
            href={`/draws/${id}/results.txt`}
          />
          <Cell
            icon="download"
            title="核对程序"
            sub="verify-draw.mjs，35 行以内"
            href="/verify-draw.mjs"
          />
        </CellList>
        <p className="mt-3 text-secondary break-all text-ink-2">
          装好 Node.js 后运行 <code>node verify-draw.mjs list.txt results.txt</code>
        </p>
      </Section>
    </FlowPage>
  );
}
