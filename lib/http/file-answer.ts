const noStore = 'private, no-store';
const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': noStore };

/** Not there, or not for this person: the two are not told apart. */
export const gone = (): Response =>
  new Response('内容不存在或已下线', { status: 404, headers: plain });

/** No session, or one left alone for so long that what is sensitive asks for a new sign-in. */
export const signInFirst = (words = '请先登录'): Response =>
  new Response(words, { status: 401, headers: plain });

/** 400 in plain words, for what no page of ours posts; never cached. */
export const badForm = (words: string): Response =>
  new Response(words, { status: 400, headers: plain });

/** 303 to a page, after a form was posted; never cached. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': noStore } });

export interface FileContent {
  /** Whole, or made while it is sent. */
  readonly content: Uint8Array | string | ReadableStream<Uint8Array>;
  /** The media type, with its charset where it is text. */
  readonly type: string;
  /** Saved under this ASCII name; without one the browser shows it as it likes. */
  readonly name?: string;
  /** The same in Chinese, for browsers that take it (RFC 8187). */
  readonly chineseName?: string;
  /** Shown in the page that asks for it, instead of saved. */
  readonly inline?: boolean;
  /** For anyone, the same to all: may be kept for five minutes, or for so many seconds. */
  readonly forAnyone?: boolean | number;
}

function disposition({ name, chineseName, inline = false }: FileContent): string {
  const how = inline ? 'inline' : 'attachment';
  const more = chineseName ? `; filename*=UTF-8''${encodeURIComponent(chineseName)}` : '';
  return `${how}; filename="${name}"${more}`;
}

/**
 * A file as an answer; unless it is for anyone, no cache on the way keeps it. What every answer carries
 * besides comes from our server (lib/http/headers.ts).
 */
export function fileAnswer(file: FileContent): Response {
  const { content, type, name, forAnyone } = file;
  const isSent = typeof content === 'string' || content instanceof ReadableStream;
  const body = isSent ? content : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'content-type': type,
      ...(name && { 'content-disposition': disposition(file) }),
      'cache-control': forAnyone
        ? `public, max-age=${forAnyone === true ? 300 : forAnyone}`
        : noStore,
    },
  });
}

/** An .xlsx to save under its Chinese name. */
export const spreadsheetFile = (file: { name: string; content: Buffer }): FileContent => ({
  content: file.content,
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: 'list.xlsx',
  chineseName: file.name,
});
