import type { Sql } from 'postgres';
import { fillDesks, tokenOf } from './crowd';
import { fire, sideBySide } from './load';
import type { Line } from './report';

const names = ['待办列表', '姓名搜索', '拼音搜索', '全部第一页'] as const;
type Page = (typeof names)[number];

/** Words go sealed into an address, so the portal is asked for it as by the search form. */
export async function searched(port: number, cookie: string, q: string): Promise<string> {
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
  return growing(port, sql, [1000, 100_000]);
}

/** The same from a thousand to a million. */
export const measureGrowth = (port: number, sql: Sql): Promise<Line[]> =>
  growing(port, sql, [1000, 10_000, 100_000, 1_000_000]);

async function growing(port: number, sql: Sql, sizes: readonly number[]): Promise<Line[]> {
  const read: { size: number; pages: Awaited<ReturnType<typeof readAll>> }[] = [];
  for (const size of sizes) {
    await fillDesks(sql, size);
    read.push({ size, pages: await readAll(port) });
  }
  const [few] = read;
  return names.flatMap((name) =>
    read.map(({ size, pages }) => ({
      what: `${name}，${size.toLocaleString('zh-CN')} 件`,
      ...pages[name],
      ...(few &&
        size > few.size && { ratio: pages[name].p50 / few.pages[name].p50, goal: '≤ 1.5' }),
    })),
  );
}
