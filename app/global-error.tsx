'use client';

/** When even the root layout fails: plain words, no styles to depend on. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <h1>系统出错了</h1>
        <p>
          已保存的内容都在。请刷新页面；还不行，请打电话给工会，并报编号 {error.digest ?? '000000'}
          。
        </p>
        <p>
          <a href="/">回首页</a>
        </p>
      </body>
    </html>
  );
}
