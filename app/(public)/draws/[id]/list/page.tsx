import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { getDrawPage, listDrawn } from '@/features/draws/queries/draw-page';
import { numberText } from '@/features/draws/rules/list';
import { outcomeWords } from '@/features/draws/rules/words';
import { drawQuery } from '@/features/draws/schema/draw';
import { currentCtx } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '全部号码' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<unknown>;
}

export default async function DrawListPage({ params, searchParams }: Props) {
  const [ctx, { id }, query] = await Promise.all([currentCtx(), params, searchParams]);
  const { after } = drawQuery.parse(query);
  const draw = await notFoundOnMissing(getDrawPage(ctx, id, null));
  const { rows, more } = await listDrawn(ctx, id, after);
  const last = rows.at(-1)?.rank ?? after;
  return (
    <FlowPage backHref={`/draws/${id}`} backLabel="抽签结果">
      <PageHead title="全部号码和顺序">
        {draw.entries} 个号，录取 {draw.placed} 个。只有报名号，没有姓名。
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState icon="clipboard" title="还没有抽签">
          抽签后这里列出每个号的名次。
        </EmptyState>
      ) : (
        <CellList>
          {rows.map((row) => (
            <li key={row.rank} className="flex flex-wrap gap-x-4 px-4 py-3">
              <span className="min-w-[5em] text-ink-2">第 {row.rank} 位</span>
              <b className="flex-auto">{numberText(row.entryNo)}</b>
              <span>{outcomeWords(row.outcome)}</span>
            </li>
          ))}
        </CellList>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {more && (
          <LinkButton variant="secondary" href={`/draws/${id}/list?after=${last}`}>
            后面的号
          </LinkButton>
        )}
        {rows.length > 0 && (
          <LinkButton variant="text" href={`/draws/${id}/results.txt`}>
            下载文本
          </LinkButton>
        )}
      </div>
    </FlowPage>
  );
}
