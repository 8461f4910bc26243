import { AppLink, TextLink } from './app-link';
import { buttonClass } from './button-style';

/** 加载更多: a real link, so that back keeps its place and it works without script. */
export function LoadMore({
  href,
  children = '加载更多',
}: {
  href: string | null;
  children?: string;
}) {
  if (!href) return null;
  return (
    <p className="mt-4 no-print">
      <AppLink href={href} className={buttonClass({ variant: 'secondary', block: true })}>
        {children}
      </AppLink>
    </p>
  );
}

interface PaginationProps {
  /** e.g. 1–20，共 25 条 */
  summary?: string;
  previousHref?: string | null;
  nextHref?: string | null;
}

/** Paging in the foot of a desk table. */
export function Pagination({ summary, previousHref, nextHref }: PaginationProps) {
  const look = 'inline-flex min-h-target min-w-6 items-center';
  return (
    <nav aria-label="分页" className="flex flex-wrap items-center gap-4 text-ink-2 no-print">
      {summary && <span>{summary}</span>}
      {previousHref && (
        <TextLink href={previousHref} rel="prev" className={look}>
          上一页
        </TextLink>
      )}
      {nextHref && (
        <TextLink href={nextHref} rel="next" className={look}>
          下一页
        </TextLink>
      )}
    </nav>
  );
}
