import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { DecidePair } from '@/features/duplicates/components/decide-pair';
import { PairSides } from '@/features/duplicates/components/pair-sides';
import { getPair } from '@/features/duplicates/queries/pair';
import { clauseWords, likelyWords } from '@/features/duplicates/rules/labels';
import { requireStaff } from '@/lib/auth/session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';

export const metadata: Metadata = { title: '核对两条记录' };

export default async function PairPage({ params }: PageProps<'/desk/duplicates/[id]'>) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/duplicates/${id}`);
  const pair = await getPair(ctx, id);
  const gone = !pair.people && !pair.employers;
  const back = `/desk/duplicates?kind=${pair.kind}`;
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '疑似重复', href: back }, { label: '核对' }]} />
      <PageHead title="这两条是同一个吗？">
        {likelyWords(pair.points)}：
        {pair.clauses.map((clause) => clauseWords(clause, pair.kind)).join('、')}。
      </PageHead>
      {pair.status === 'different' && (
        <Notice className="mb-4">
          已记下不是同一个：{pair.reason}。核实是同一个的，还可以合并。
        </Notice>
      )}
      {gone ? (
        <Notice>其中一条已经并入别的记录，不用再核对。</Notice>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
          <PairSides
            people={pair.people}
            employers={pair.employers}
            follows={pair.follows}
            now={ctx.now}
          />
          {pair.status !== 'merged' && (
            <DecidePair pair={pair} confirmed={hasRecentSecondFactor(ctx)} />
          )}
        </div>
      )}
    </DeskMain>
  );
}
