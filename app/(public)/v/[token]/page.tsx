import { FlowPage } from '@/components/layout/member-page';
import { ResultPage } from '@/components/ui/result-page';
import { checkCard } from '@/features/members/queries/my-card';
import { currentCtx } from '@/lib/auth/session';
import { formatTime } from '@/lib/dates';

export const metadata = { title: '核验会员码', robots: { index: false } };

const refusals = {
  forged: { title: '不是有效的会员码', words: '请对方打开“我的 · 会员码”再扫，截图和打印的不算。' },
  expired: { title: '会员码已过期', words: '请对方刷新会员码后再扫，截图不算。' },
  ended: { title: '不是有效会员', words: '这份会籍已经转出或结束，请对方联系工会。' },
} as const;

export default async function CardCheckPage({ params }: PageProps<'/v/[token]'>) {
  const { token } = await params;
  const card = await checkCard(await currentCtx(), token);
  return (
    <FlowPage backHref="/" backLabel="首页">
      {card.valid ? (
        <ResultPage title="有效会员" reference={card.name}>
          <p>{card.unionName}</p>
          <p>本次核验 {formatTime(card.until)} 前有效</p>
        </ResultPage>
      ) : (
        <ResultPage
          tone={card.reason === 'expired' ? 'warning' : 'error'}
          title={refusals[card.reason].title}
        >
          {refusals[card.reason].words}
        </ResultPage>
      )}
    </FlowPage>
  );
}
