import { tokenOf } from './crowd';
import { fire, sideBySide } from './load';
import type { Line } from './report';

const read = (port: number, path: string, cookie?: string) =>
  fire({
    port,
    connections: 16,
    seconds: 3,
    most: 20_000,
    next: () => ({ path, headers: cookie ? { cookie } : undefined }),
  });

/** The catalogue against an empty dynamic page of the same server: what our own work costs. */
export async function measureCatalogue(port: number): Promise<Line[]> {
  const cookie = `lx=${tokenOf(1)}`;
  const got = await sideBySide(
    {
      empty: () => read(port, '/bench/empty'),
      catalogue: () => read(port, '/services'),
      signedIn: () => read(port, '/services', cookie),
    },
    5,
  );
  const share = (side: { perSecond: number }) => side.perSecond / got.empty.perSecond;
  return [
    { what: '空的动态页', ...got.empty },
    { what: '预约目录（未登录）', ...got.catalogue, ratio: share(got.catalogue), goal: '≥ 0.5' },
    { what: '预约目录（已登录）', ...got.signedIn, ratio: share(got.signedIn) },
  ];
}
