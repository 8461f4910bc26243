import http from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Shot {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Volley {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The longest wait of all. */
  readonly last: number;
  /** How often each status was answered; 0 stands for no answer. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly bodies: readonly string[];
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

/** Sends one request over a kept-alive connection; `keep` returns its body too. */
function send(agent: http.Agent, port: number, shot: Shot, keep: boolean) {
  const headers: Record<string, string> = { host: `127.0.0.1:${port}`, ...shot.headers };
  if (shot.body !== undefined) headers['content-length'] = String(Buffer.byteLength(shot.body));
  return new Promise<{ status: number; body: string }>((resolve) => {
    const request = http.request(
      { host: '127.0.0.1', port, agent, path: shot.path, method: shot.method ?? 'GET', headers },
      (response) => {
        let body = '';
        response.on('data', (part: Buffer) => {
          if (keep || response.statusCode !== 200) body += part.toString('utf8');
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        response.on('error', () => resolve({ status: 0, body: '' }));
      },
    );
    request.setTimeout(60_000, () => request.destroy());
    request.on('error', () => resolve({ status: 0, body: '' }));
    request.end(shot.body);
  });
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Whichever comes first ends the volley. */
  readonly seconds: number;
  readonly most: number;
  readonly next: () => Shot;
  readonly keepBodies?: boolean;
}

/**
 * Closed-loop load on 127.0.0.1: so many connections, each with one request under way, bounded in
 * number and time.
 */
export async function fire(load: Load): Promise<Volley> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: load.connections });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const bodies: string[] = [];
  const began = performance.now();
  const until = began + load.seconds * 1000;
  let sent = 0;
  const shooter = async () => {
    while (sent < load.most && performance.now() < until) {
      sent++;
      const start = performance.now();
      const { status, body } = await send(agent, load.port, load.next(), Boolean(load.keepBodies));
      times.push(performance.now() - start);
      // What was refused is named by its code, if it has one.
      const code = status === 200 ? '' : (/"code":"(\w+)"/.exec(body)?.[1] ?? '');
      const answered = code ? `${status} ${code}` : String(status);
      statuses[answered] = (statuses[answered] ?? 0) + 1;
      if (load.keepBodies) bodies.push(body);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, shooter));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    last: times.at(-1) ?? 0,
    statuses,
    bodies,
  };
}

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** A round of each in turn, so that whatever else the machine does hits all alike; medians per side. */
export async function sideBySide<K extends string>(
  sides: Record<K, () => Promise<Volley>>,
  rounds: number,
): Promise<Record<K, { perSecond: number; p50: number; p99: number; statuses: string }>> {
  const names = Object.keys(sides) as K[];
  const byName = new Map<K, Volley[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    // The first round only warms up.
    for (const name of names) {
      const volley = await sides[name]();
      if (round > 0) byName.get(name)?.push(volley);
    }
  }
  const summary = names.map((name) => {
    const volleys = byName.get(name) ?? [];
    const statuses = new Set(volleys.flatMap((v) => Object.keys(v.statuses)));
    return [
      name,
      {
        perSecond: median(volleys.map((v) => v.perSecond)),
        p50: median(volleys.map((v) => v.p50)),
        p99: median(volleys.map((v) => v.p99)),
        statuses: [...statuses].join(', '),
      },
    ] as const;
  });
  return Object.fromEntries(summary) as Record<
    K,
    { perSecond: number; p50: number; p99: number; statuses: string }
  >;
}
