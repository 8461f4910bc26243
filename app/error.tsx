'use client';
import { buttonClass } from '@/components/ui/button-style';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

// The root layout writes it there: an error page asks nobody any more.
const hotline = () => document.documentElement.dataset.hotline;

// A form of an older version of the site names an action that is no longer there.
const isStale = (error: Error) => /server action|failed to find/i.test(error.message);

/** What happened, what was kept, what to do, and a number to quote. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const stale = isStale(error);
  // lib/busy.ts names these so; they have no number of their own.
  const busy = error.digest === 'BUSY';
  return (
    <main id="main" className="mx-auto max-w-member px-gutter py-12 text-center">
      <h1>{stale ? '页面已更新，请刷新' : busy ? '系统繁忙' : '系统出错了'}</h1>
      <p className="mt-2 text-ink-2">
        {stale
          ? '已保存的步骤都在，刷新后接着填。'
          : busy
            ? '请过几秒再试。已保存的内容都在。'
            : `已保存的内容都在。请重试；还不行，请拨打 ${hotline()}。`}
        {!busy && error.digest && `编号 ${error.digest}`}
      </p>
      <p className="mt-6 flex flex-wrap justify-center gap-3">
        <button
          type="button"
          className={buttonClass({})}
          onClick={() => (stale || busy ? window.location.reload() : reset())}
        >
          {stale ? '刷新' : '重试'}
        </button>
        <a href="/" className={buttonClass({ variant: 'secondary' })}>
          回首页
        </a>
      </p>
    </main>
  );
}
