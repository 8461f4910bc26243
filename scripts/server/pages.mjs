// Plain answers given before Next is asked: readable without styles, scripts or the application.
const texts = {
  400: ['网址不完整', '请从首页重新进入，或检查链接是否复制完整。'],
  403: ['页面来源无法确认', '请返回本站页面，刷新后再提交。您填写的内容没有保存。'],
  405: ['不支持这种访问方式', '请从首页重新进入。'],
  408: ['网络太慢，没有收到完整内容', '请检查网络后再试一次。'],
  411: ['提交的内容不完整', '请返回上一页，刷新后再提交。'],
  413: ['提交的内容太大', '一次最多 1 MB。请返回上一页，减少文字后再提交。'],
  431: ['网址太长', '请从首页重新进入；如果反复出现，请清除本站的浏览数据。'],
  503: ['正在更新', '请一分钟后刷新本页。您已提交的内容不会丢失。'],
};

const style =
  'body{font:18px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0 auto;padding:24px;' +
  'max-width:34em;color:#1f2329}h1{font-size:24px}a{color:#a3241c}small{color:#646a73}';

/** The whole page for `status`; `requestId` is what a person reads out on the telephone. */
export function plainPage(status, requestId) {
  const [title, advice] = texts[status] ?? texts[400];
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head>` +
    `<body><main><h1>${title}</h1><p>${advice}</p><p><a href="/">回到首页</a></p>` +
    `<p><small>编号 ${requestId}</small></p></main></body></html>`
  );
}
