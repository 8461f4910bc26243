import fs from 'node:fs';
import path from 'node:path';
import { type Answer, ask, boundary, origin } from '../http/ask';
import { pageRows } from './expectations/pages';
import type { Places } from './places';

interface Entry {
  workers: Record<string, unknown>;
  filename: string;
  exportedName: string;
}

export interface Published {
  readonly id: string;
  /** Routes of the pages that carry the action; posted elsewhere it does not run. */
  readonly routes: readonly string[];
}

/** The ids under which the build published the actions: what an attacker reads out of the scripts (X04). */
function publishedActions(): Map<string, Published> {
  const manifest: { node: Record<string, Entry> } = JSON.parse(
    fs.readFileSync(path.join('.next', 'server', 'server-reference-manifest.json'), 'utf8'),
  );
  const entries = Object.entries(manifest.node).map(([id, entry]): [string, Published] => {
    const routes = Object.keys(entry.workers).map(
      (worker) => worker.replace(/^app|\/page$|\/\([^)]+\)/g, '') || '/',
    );
    return [`${entry.filename.split('/')[1]}/${entry.exportedName}`, { id, routes }];
  });
  return new Map(entries);
}

/** Where to post: a page that carries the action, preferably one without an id in its address. */
export function pathOf(name: string, places: Places): { id: string; path: string } {
  const action = publishedAs(name);
  const [route = '/'] = [...action.routes].sort(
    (a, b) => a.split('[').length - b.split('[').length,
  );
  return { id: action.id, path: pageRows[route]?.at?.(places) ?? route };
}
let published: Map<string, Published> | undefined;

/** One action as the build published it. */
export function publishedAs(name: string): Published {
  published ??= publishedActions();
  const action = published.get(name);
  if (!action) throw new Error(`${name} is on no page`);
  return action;
}

/** Names of actions by the ids that forms carry. */
export function publishedNames(): Map<string, string> {
  published ??= publishedActions();
  return new Map([...published].map(([name, { id }]) => [id, name]));
}

/** A file by what stands in it. */
interface SentFile {
  readonly file: string;
}
export type Fields = Record<string, string | readonly string[] | SentFile>;

/** A form as the browser's own script would send it: the state before, then the form's fields. */
function encode(fields: Fields): { type: string; body: string } {
  const part = (name: string, value: string, more = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'object' && 'file' in value
      ? part(`_1_${name}`, value.file, '; filename="a.jpg"\r\nContent-Type: image/jpeg')
      : [value].flat().map((one) => part(`_1_${name}`, String(one))),
  );
  parts.push(part('0', '[{"status":"idle"},"$K1"]'), `--${boundary}--\r\n`);
  return { type: `multipart/form-data; boundary=${boundary}`, body: parts.join('') };
}

export interface Reply {
  readonly code: string;
  readonly answer: Answer;
}

/** `sign_in`, `forbidden`, `stale` … as the form would read it; `ok` for success, also by redirect. */
function codeOf(answer: Answer): string {
  if (answer.status >= 500) return String(answer.status);
  if (answer.headers['x-action-redirect'] || answer.status === 303) return 'ok';
  const state = /^1:(\{.*)$/m.exec(answer.body)?.[1];
  if (!state) return `${answer.status} without a state`;
  const { status, code } = JSON.parse(state) as { status: string; code?: string };
  return code ?? status;
}

/** Calls a server action with nothing but its id, a cookie and the address of a page that carries it. */
export async function postAction(
  id: string,
  fields: Fields,
  options: { path: string; cookie?: string; address?: string; host?: string },
): Promise<Reply> {
  const { type, body } = encode(fields);
  const answer = await ask(options.path, {
    method: 'POST',
    cookie: options.cookie,
    body,
    headers: {
      origin: options.host ? `http://${options.host}` : origin(),
      ...(options.host && { host: options.host }),
      'content-type': type,
      'next-action': id,
      accept: 'text/x-component',
      ...(options.address && { 'x-forwarded-for': options.address }),
    },
  });
  return { code: codeOf(answer), answer };
}
