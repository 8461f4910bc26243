import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { type Visitor, visitor } from '../matrix/actors';
import { publishedNames } from '../matrix/post-action';
import { ask, origin } from './ask';
import { asBrowser, formsOf } from './forms-of-page';
import { setBy } from './sign-in';

const path = '/me/family/add';
const typed = '韦待续<b>"';
let member: Visitor;
beforeAll(async () => {
  member = await visitor('member');
});

/** The form of 添加孩子 with a name typed, as it stands when its session has just ended. */
async function typedAndEnded() {
  const page = await ask(path, { cookie: member.cookie });
  const names = publishedNames();
  const form = formsOf(page.body).find(
    (f) => names.get(f.actionId ?? '') === 'family/addChildAction',
  );
  if (!form) throw new Error('no form to add a child');
  await sql()`update sessions set ended_at = now() where id = ${member.sessionId}`;
  return form.controls.map((one) => (one.name === 'name' ? { ...one, value: typed } : one));
}

const post = (controls: Parameters<typeof asBrowser>[0], action?: string) => {
  const { type, body } = asBrowser(controls, action !== undefined);
  const headers: Record<string, string> = { origin: origin(), 'content-type': type };
  if (action) Object.assign(headers, { 'next-action': action, accept: 'text/x-component' });
  return ask(path, { method: 'POST', cookie: member.cookie, body, headers });
};

describe('a form sent after its session has ended', () => {
  test('without a script leads to 登录 once, and the text is there again after it, for nobody else', async () => {
    const answer = await post(await typedAndEnded());
    expect([answer.status, answer.to]).toEqual([303, `/login?next=${encodeURIComponent(path)}`]);
    const { set, pair } = setBy(answer, 'lx-f');
    expect(set).toMatch(/HttpOnly/i);
    expect(pair).not.toContain('韦');
    const other = await visitor('other');
    const foreign = await ask(path, { cookie: `${other.cookie}; ${pair}` });
    expect(foreign.body).not.toContain('韦待续');
    member = await visitor('member');
    const back = await ask(path, { cookie: `${member.cookie}; ${pair}` });
    expect(back.body).toContain('value="韦待续&lt;b&gt;&quot;"');
    const elsewhere = await ask('/me/family', { cookie: `${member.cookie}; ${pair}` });
    expect(elsewhere.body).not.toContain('韦待续');
  });

  test('with a script reads where to sign in, and stays where it is', async () => {
    member = await visitor('member');
    const controls = await typedAndEnded();
    const action = controls.find((one) => /^\$ACTION_\d+:0$/.test(one.name))?.value ?? '';
    const answer = await post(controls, (JSON.parse(action) as { id: string }).id);
    const state = JSON.parse(/^1:(\{.*)$/m.exec(answer.body)?.[1] ?? '{}');
    expect(state).toMatchObject({ code: 'sign_in', data: { door: '/login' } });
    expect(setBy(answer, 'lx-f').set).toBeUndefined();
  });
});
