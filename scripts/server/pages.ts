// Plain answers given before Next is asked: readable without styles, scripts or the application.
const texts = {
  400: ['网址不完整', '请从首页重新进入，或检查链接是否复制完整。'],
  403: ['页面来源无法确认', '请返回本站页面，刷新后再提交。您填写的内容没有保存。'],
  404: ['没有找到这个页面', '内容不存在或已下线。如果是别人发来的链接，请对方再发一次。'],
  405: ['不支持这种访问方式', '请从首页重新进入。'],
  408: ['网络太慢，没有收到完整内容', '请检查网络后再试一次。'],
  409: ['页面已更新', '请返回上一页，刷新后再提交。已保存的步骤都在。'],
  411: ['提交的内容不完整', '请返回上一页，刷新后再提交。'],
  413: ['提交的内容太大', '一次最多 1 MB。请返回上一页，减少文字或换小一点的文件，再提交。'],
  431: ['网址太长', '请从首页重新进入；如果反复出现，请清除本站的浏览数据。'],
  500: ['系统出错了', '已保存的内容都在。请刷新重试；还不行，请打电话给工会，并报编号。'],
  503: ['正在更新', '请一分钟后刷新本页。您已提交的内容不会丢失。'],
  busy: ['系统繁忙', '请过几秒再试。已保存的内容都在。'],
  busyForm: [
    '系统繁忙，没有收到答复',
    '请过几秒刷新本页；浏览器问是否重新提交时选“是”，填写的内容会再送一次。',
  ],
} as const;

/** What a plain page is about: a status of HTTP, or a wait that was too long. */
export type PlainStatus = keyof typeof texts;

const textOf = (status: number | string): readonly [string, string] =>
  (texts as Record<string, readonly [string, string]>)[status] ?? texts[400];

/** When to come again after 系统繁忙. */
export const RETRY_SECONDS = '5';

/** Of these pages: nothing but their own style. */
export const plainPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const style =
  'body{font:18px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0 auto;padding:24px;' +
  'max-width:34em;color:#1f2329}h1{font-size:24px}a{color:#1a5a96}small{color:#646a73}';

// A page of ours that a role does not open; 403 above is a form of nobody knows where.
const noRight = ['您没有此操作权限', '如需办理，请联系所属工会；刚换了岗位的，请退出后重新登录。'];

// The address of the page itself, asked for again.
const again = '<p><a href="">再试一次</a></p>';

const content = (words: readonly string[], requestId: string): string =>
  `<main><h1>${words[0]}</h1><p>${words[1]}</p>${words === texts.busy ? again : ''}` +
  `<p><a href="/">回到首页</a></p>` +
  `<p><small>编号 ${requestId}</small></p></main>`;

/** The words alone, for a page of Next's that shows nothing until its script has run. */
export const wordsOf = (status: number, requestId: string): string =>
  content(status === 403 ? noRight : textOf(status), requestId);

// Beside the form nothing has been lost, and there is no page to go back to.
const besideForm: Partial<Record<PlainStatus, string>> = {
  403: '页面来源无法确认，没有提交。请刷新本页后再提交一次',
  408: '网络太慢，没有送达。填写的内容都在，请再提交一次',
  411: '提交的内容没有收全。填写的内容都在，请再提交一次',
  413: '提交的内容太大，一次最多 1 MB。请减少文字后再提交',
  503: '正在更新，没有提交。填写的内容都在，请一分钟后再提交一次',
  busyForm: '系统繁忙，没有收到答复。填写的内容都在，请过几秒再提交一次',
};

/** The same in one line, for a form that was sent by script and is still on the screen. */
export const plainLine = (status: PlainStatus, requestId: string): string =>
  `${besideForm[status] ?? '没有送达。填写的内容都在，请刷新后再提交一次'}（编号 ${requestId}）`;

/** The whole page for `status` (or `busy`, `busyForm`); `requestId` is what a person reads out on the telephone. */
export function plainPage(status: PlainStatus, requestId: string): string {
  const words = textOf(status);
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${words[0]}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head>` +
    `<body>${content(words, requestId)}</body></html>`
  );
}
