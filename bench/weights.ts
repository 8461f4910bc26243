import { gzipSync } from 'node:zlib';
import type { Sql } from 'postgres';
import { accountPhone } from '@/db/schema/identity';
import { sealField } from '@/lib/crypto/field';
import { tokenOf } from './crowd';

interface Weight {
  readonly html: number;
  readonly gz: number;
  /** What the page's components were made from, once more, for the browser's script. */
  readonly payload: number;
  readonly classes: number;
  readonly drawings: number;
  readonly elements: number;
}

const sum = (texts: readonly string[]) =>
  texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);

/** What a page weighs and on what, in bytes and elements. `html` is the answer as it was sent, not compressed. */
export function weigh(html: string): Weight {
  const scripts = html.match(/<script\b[^>]*>self\.__next_f\.push[\s\S]*?<\/script>/g) ?? [];
  const markup = html.replace(/<script\b[\s\S]*?<\/script>/g, '');
  return {
    html: Buffer.byteLength(html),
    gz: gzipSync(html).length,
    payload: sum(scripts),
    classes: sum(markup.match(/ class="[^"]*"/g) ?? []),
    drawings: sum(markup.match(/<svg\b[\s\S]*?<\/svg>/g) ?? []),
    elements: markup.match(/<[a-z]/g)?.length ?? 0,
  };
}

const goals: Readonly<Record<string, Partial<Weight>>> = {
  '/services': { html: 45_000, gz: 9_000 },
};

async function fetchPage(port: number, path: string, cookie: string | undefined): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: cookie ? { cookie } : {},
  });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/** (i) What the first pages weigh; a goal that is missed says so. */
export async function measureWeights(port: number, sql: Sql): Promise<void> {
  const [offering] = await sql<{ id: string }[]>`
    select id from offerings where status = 'published' order by id limit 1`;
  const [first] = await sql<{ id: string }[]>`select account_id as id from bench_crowd where n = 1`;
  if (!first) throw new Error('nobody in the crowd');
  // 我的 shows the end of a phone number, and the crowd has none that opens.
  await sql`update accounts set phone_sealed = ${sealField('13900000001', accountPhone(first.id))}
    where id = ${first.id}`;
  const [member, officer] = [`lx=${tokenOf(1)}`, `lx=${tokenOf('officer')}`];
  const pages: [path: string, cookie?: string][] = [
    ['/bench/empty'],
    ['/'],
    ['/services'],
    ['/services', member],
    [`/services/${offering?.id}`],
    ['/me', member],
    ['/desk', officer],
  ];
  console.log('\n(i) 页面重量，字节');
  for (const [path, cookie] of pages) {
    const weight = weigh(await fetchPage(port, path, cookie));
    const missed = Object.entries(goals[path] ?? {}).filter(
      ([part, most]) => weight[part as keyof Weight] > most,
    );
    const said = missed.map(([part, most]) => `${part} ≤ ${most}`).join('，');
    console.log(`${said ? `✗ ${said}` : '✓'} ${path}${cookie ? '（已登录）' : ''}`, weight);
  }
}
