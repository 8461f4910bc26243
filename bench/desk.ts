import type { Sql } from 'postgres';
import { fillDesks, tokenOf } from './crowd';
import { fire, sideBySide } from './load';
import type { Line } from './report';

const pages = {
  待办列表: '/desk',
  姓名搜索: `/desk?q=${encodeURIComponent('黄志强')}`,
  拼音搜索: '/desk?q=huangzhiqiang',
  全部第一页: '/desk?view=all',
};
type Page = keyof typeof pages;
const names = Object.keys(pages) as Page[];

/** One officer at a time, as at a desk: the middle time of a page. */
async function readAll(port: number) {
  const cookie = `lx=${tokenOf('officer')}`;
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

/** (d) Does the desk stay as quick when the applications become a hundred times more? */
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
