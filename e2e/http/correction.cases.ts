import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { type Visitor, visitor } from '../matrix/actors';
import { publishedNames } from '../matrix/post-action';
import { type Answer, ask, origin } from './ask';
import { asBrowser, type Control, formsOf } from './forms-of-page';

let member: Visitor;
let officer: Visitor;
beforeAll(async () => {
  [member, officer] = [await visitor('other'), await visitor('otherUnion')];
});

/** The smallest JPEG that the reader of proofs takes. */
const photo = Buffer.from('/9j/wAALCAAQABABAREA/9oAAgkJ/9k=', 'base64');

/** Where in a form that was not touched the browser would put a photo. */
const noPhoto = 'name="photo1"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n';
const withPhoto = (body: string): Buffer => {
  const [before = '', after = ''] = body.split(noPhoto);
  const head = 'name="photo1"; filename="id.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
  return Buffer.concat([Buffer.from(before + head), photo, Buffer.from(after)]);
};

/** One form of a page, filled and posted as a browser without script does. */
async function send(
  path: string,
  who: Visitor,
  of: { action: string; fill?: Record<string, string>; photo?: boolean },
): Promise<Answer> {
  const page = await ask(path, { cookie: who.cookie });
  const names = publishedNames();
  const form = formsOf(page.body).find((f) => names.get(f.actionId ?? '') === of.action);
  if (!form) throw new Error(`no ${of.action} on ${path}`);
  const fill = (one: Control) => ({ ...one, value: of.fill?.[one.name] ?? one.value });
  const { type, body } = asBrowser(form.controls.map(fill), false);
  return ask(path, {
    method: 'POST',
    cookie: who.cookie,
    body: of.photo ? withPhoto(body) : body,
    headers: { origin: origin(), 'content-type': type },
  });
}

const nameNow = async () => {
  const [row] = await sql()`select name from people where account_id = ${member.accountId}`;
  return String(row?.name);
};

describe('a wrong name, put right without a script', () => {
  const path = '/me/corrections/new?who=self';
  const prepare = 'corrections/prepareCorrectionAction';

  test('is asked for with a photo, compared at the desk, and stands from then on', async () => {
    const was = await nameNow();
    const right = `${was}宁`;
    const why = '录入时漏了一个字';
    // What was typed is there again beside what is wrong.
    const empty = await send(path, member, { action: prepare, fill: { name: '', why } });
    expect(empty.body).toContain('请填写姓名');
    expect(empty.body).toContain(why);
    const drafted = await send(path, member, { action: prepare, fill: { name: right, why } });
    expect([drafted.status, drafted.to]).toEqual([
      303,
      expect.stringMatching(/^\/me\/corrections\/[0-9a-f-]{36}$/),
    ]);
    const own = drafted.to;
    const action = 'corrections/sendCorrectionAction';
    const bare = await send(own, member, { action });
    expect(bare.body).toContain('请拍一张证件照片');
    expect(bare.body).toContain(right);
    const sent = await send(own, member, { action, photo: true });
    expect([sent.status, sent.to]).toEqual([303, own]);
    const waiting = await ask(own, { cookie: member.cookie });
    expect(waiting.body).toContain('正在核对');

    const id = own.split('/').at(-1);
    const list = await ask('/desk/corrections', { cookie: officer.cookie });
    expect(list.body).toContain(`/desk/corrections?case=${id}`);
    expect(list.body).not.toContain(right);
    const at = `/desk/corrections?case=${id}`;
    const opened = await ask(at, { cookie: officer.cookie });
    expect(opened.body).toContain(right);
    const address = /\/api\/correction-proofs\/[0-9a-f-]{36}/.exec(opened.body)?.[0] ?? '';
    const shown = await ask(address, { cookie: officer.cookie });
    expect(shown.bytes).toEqual(photo);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
    });
    const done = await send(at, officer, { action: 'corrections/applyCorrectionAction' });
    expect([done.status, done.to]).toEqual([303, '/desk/corrections?done=corrected']);
    expect(await nameNow()).toBe(right);
    const answered = await ask(own, { cookie: member.cookie });
    expect(answered.body).toContain('已更正');
  });
});
