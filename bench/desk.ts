import type { Sql } from 'postgres';
import { fillDesks, tokenOf } from './crowd';
import { fire, sideBySide } from './load';
import type { Line } from './report';

const names = ['待办列表', '姓名搜索', '拼音搜索', '全部第一页'] as const;
type Page = (typeof names)[number];

/** Words go sealed into an address, so the portal is asked for it as by the search form. */
async function searched(port: number, cookie: string, q: string): Promise<string> {
  const at = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${at}/api/search`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: at },
    body: new URLSearchParams({ to: '/desk', q }),
  });
  return answer.headers.get('location') ?? '';
}

/** One officer at a time, as at a desk: the middle time of a page. */
async function readAll(port: number) {
  const cookie = `lx=${tokenOf('officer')}`;
  const pages: Record<Page, string> = {
    待办列表: '/desk',
    姓名搜索: await searched(port, cookie, '黄志强'),
    拼音搜索: await searched(port, cookie, 'huangzhiqiang'),
    全部第一页: '/desk?view=all',
  };
  const ask = (path: string) => () =>
    fire({
      port,
      connections: 2,
      seconds: 6,
      most: 40,
      next: () => ({ path, headers: { cookie } }),
    });
  const sides = Object.fromEntries(names.map((name) => [name, ask(pages[name])]));
  return (await sideBySide(sides, 3)) as Awaited<ReturnType<typeof sideBySide<Page>>>;
}

/** Does the desk stay as quick when the applications become a hundred times more? */
export async function measureDesk(port: number, sql: Sql): Promise<Line[]> {
  await fillDesks(sql, 1000);
  const few = await readAll(port);
  await fillDesks(sql, 100_000);
  const many = await readAll(port);
  return names.flatMap((name) => [
    { what: `${name}，1 千件`, ...few[name] },
    {
      what: `${name}，10 万件`,
      ...many[name],
      ratio: many[name].p50 / few[name].p50,
      goal: '≤ 2',
    },
  ]);
}
