import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { bookingShot, type Course } from './booking';
import { tokenOf } from './crowd';
import { searched } from './desk';
import { fire, type Shot, sideBySide } from './load';
import type { Line } from './report';

const works = ['list', 'page', 'booking', 'desk', 'search'] as const;
type Work = (typeof works)[number];

/** One kind of work at another system, as its list in BENCH_PEERS says. */
interface Peer {
  readonly name: string;
  readonly work: Work;
  /** On 127.0.0.1 only. */
  readonly url: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** What we must be ahead of, in the same run (times as fast). */
const goals: Record<Work, number> = { list: 5, page: 2, booking: 2, desk: 2, search: 1.5 };

export const peersHelp = `
把别的系统放在旁边一起测（npm run bench -- peers）

1. 在本机装好对方系统，一个网站进程，数据库同样的耐久设置（synchronous_commit=on, fsync=on），放进同样多的数据：
   list、page  40 个已发布的服务，一页 12 个（page 为对方登录后的页面）
   booking     100,000 个名额，报名写入与我们同样的六行，人各不同
   desk、search 50,000 件待办的第一页；按姓名查
2. 写一个 JSON 文件，一行一种：
   [{"name":"某系统 REST","work":"list","url":"http://127.0.0.1:8055/items/services?limit=12"},
    {"name":"某系统 报名","work":"booking","url":"http://127.0.0.1:8055/items/bookings","method":"POST",
     "headers":{"authorization":"Bearer …"},"body":"{\\"person\\":{n}}"}]
   url、headers、body 里的 {n} 每次换成下一个号码，{uuid} 换成新的编号。只认 127.0.0.1。
3. BENCH_PEERS=那个文件 npm run bench -- peers
   轮流各跑五轮取中位数，列出比值和目标：list ≥ ${goals.list}、page ≥ ${goals.page}、booking ≥ ${goals.booking}、desk ≥ ${goals.desk}、search ≥ ${goals.search} 倍。
`;

/** The peers of a file; throws in words when it names another machine or an unknown work. */
export function readPeers(text: string): Peer[] {
  const peers = JSON.parse(text) as Peer[];
  for (const { name, work, url } of peers) {
    if (!works.includes(work)) throw new Error(`${name}: work 只能是 ${works.join('、')}`);
    if (new URL(url).hostname !== '127.0.0.1') throw new Error(`${name}: 只测 127.0.0.1 上的系统`);
  }
  return peers;
}

const volley = (port: number, next: () => Shot) =>
  fire({ port, connections: 50, seconds: 3, most: 20_000, next });

function askPeer({ url, method, headers = {}, body }: Peer) {
  let n = 0;
  const { port, pathname, search } = new URL(url);
  return () =>
    volley(Number(port || 80), () => {
      n++;
      const fill = (text: string) =>
        text.replaceAll('{n}', String(n)).replaceAll('{uuid}', randomUUID());
      return {
        path: fill(decodeURI(pathname + search)),
        ...(method && { method }),
        headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, fill(v)])),
        ...(body !== undefined && { body: fill(body) }),
      };
    });
}

/** The same kinds of work here. */
async function ownWork(port: number, course: Course): Promise<Record<Work, () => Shot>> {
  const officer = `lx=${tokenOf('officer')}`;
  const found = await searched(port, officer, '黄志强');
  let n = 20_000;
  return {
    list: () => ({ path: '/services' }),
    page: () => ({ path: '/services', headers: { cookie: `lx=${tokenOf(1)}` } }),
    desk: () => ({ path: '/desk', headers: { cookie: officer } }),
    search: () => ({ path: found, headers: { cookie: officer } }),
    booking: () => {
      n++;
      return bookingShot(port, n, course, course.sessionIds[n % course.sessionIds.length]);
    },
  };
}

/** Other systems beside ours, each kind of work in turn; needs their list (`peersHelp`). */
export async function measurePeers(port: number, course: Course, file: string): Promise<Line[]> {
  const peers = readPeers(fs.readFileSync(file, 'utf8'));
  const own = await ownWork(port, course);
  const lines: Line[] = [];
  for (const work of works.filter((one) => peers.some((peer) => peer.work === one))) {
    const beside = peers.filter((peer) => peer.work === work);
    const sides = {
      ours: () => volley(port, own[work]),
      ...Object.fromEntries(beside.map((peer) => [peer.name, askPeer(peer)])),
    };
    const got = await sideBySide(sides, 5);
    lines.push({ what: `连心桥 ${work}`, ...got.ours });
    for (const { name } of beside) {
      const theirs = (got as Record<string, typeof got.ours>)[name];
      if (!theirs) continue;
      const ratio = got.ours.perSecond / theirs.perSecond;
      lines.push({ what: name, ...theirs, ratio, goal: `≥ ${goals[work]}` });
    }
  }
  return lines;
}
