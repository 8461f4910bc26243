import type { Places } from '../matrix/places';
import { type Fields, pathOf, postAction, type Reply } from '../matrix/post-action';
import { type Answer, ask, origin } from './ask';

/** Calls an action by its name from a page that carries it. */
export function callAction(
  name: string,
  places: Places,
  fields: Fields,
  from: { cookie?: string; host?: string; address?: string },
): Promise<Reply> {
  const { id, path } = pathOf(name, places);
  return postAction(id, fields, { path, ...from });
}

/** A cookie that an answer sets: as it was set, and as the browser sends it back. */
export function setBy(answer: Answer, name: string) {
  const all = [answer.headers['set-cookie'] ?? []].flat();
  const set = all.find((one) => one.startsWith(`${name}=`));
  return { set, pair: set?.split(';')[0] ?? '' };
}

let asked = 0;

/** From 登录 to the page of the code: the browser's mark, and the sealed phone in the address. */
export async function askForCode(phone: string, places: Places, host?: string) {
  const headers: Record<string, string> = host ? { host } : {};
  const browser = setBy(await ask('/login', { headers }), 'lx-b').pair;
  asked += 1;
  const sent = await callAction(
    'identity/requestCodeAction',
    places,
    { phone, agree: 'yes', next: '/affairs' },
    { cookie: browser, host, address: `198.51.100.${asked}` },
  );
  const to = String(sent.answer.headers['x-action-redirect']).split(';')[0] ?? '';
  return { browser, code: sent.code, to: new URL(to, origin()).searchParams.get('to') ?? '' };
}

/** The newest code sent to a phone, as the demo's message page shows it. */
export async function codeSentTo(phone: string): Promise<string> {
  const { body } = await ask('/dev/messages');
  for (const row of body.split('<li').slice(1)) {
    const text = row.replaceAll(/<[^>]+>/g, ' ');
    const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
    if (code && text.includes(`${phone.slice(-4)} `)) return code;
  }
  throw new Error(`no code for ${phone.slice(-4)}`);
}
