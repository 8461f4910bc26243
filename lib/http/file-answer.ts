const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' };

/** Not there, or not for this person: the two are not told apart. */
export const gone = (): Response =>
  new Response('内容不存在或已下线', { status: 404, headers: plain });

/** No session, or one left alone for so long that what is sensitive asks for a new sign-in. */
export const signInFirst = (words = '请先登录'): Response =>
  new Response(words, { status: 401, headers: plain });

/** What no page of ours posts. */
export const badForm = (words: string): Response =>
  new Response(words, { status: 400, headers: plain });

/** To a page, after a form was posted. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });

/** An .xlsx to save under its Chinese name; kept by no cache on the way. */
export const spreadsheetFile = (file: { name: string; content: Buffer }): Response =>
  new Response(new Uint8Array(file.content), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
