import type { PublicRating } from '../queries/summary';

/** The average on the 办事指南, with how it is counted; nothing can be read of one person. */
export function PublicRatingLine({ summary, minimum }: PublicRating) {
  return (
    <section className="mt-6 first:mt-0">
      {summary ? (
        <p>
          <b>{summary.average} 分</b>（满分 5 分），{summary.count} 人评价，好评率{' '}
          {summary.goodPercent}%
        </p>
      ) : (
        <p className="text-ink-2">
          评价还不足 {minimum} 人，满 {minimum} 人后公开。
        </p>
      )}
      <details className="mt-1 text-secondary text-ink-2">
        <summary className="inline-flex min-h-[44px] items-center underline desk:min-h-0">
          统计口径
        </summary>
        <p>
          办完后由本人评价，一件一次，24 小时内可改。五级从“非常满意”5 分到“非常不满意”1
          分取平均；“基本满意”及以上算好评。同一服务的各期合在一起，满 {minimum}{' '}
          人才公开，看不出是谁评的。
        </p>
      </details>
    </section>
  );
}
