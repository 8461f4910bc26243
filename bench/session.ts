import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { sessionTable } from '@/lib/auth/session-table';
import { memberIdleMinutes, staffIdleMinutes } from '@/lib/auth/settings';
import { orBusy } from '@/lib/busy';
import { sha256Hex } from '@/lib/crypto/token';
import { tokenOf } from './crowd';
import { median } from './load';
import type { Line } from './report';

const rounds = 100;
const each = 200;

/** The look-up as it was before next-auth. */
async function direct(token: string) {
  const found = database().execute<Record<string, unknown>>(
    sql`select * from find_session(${sha256Hex(token)}, ${memberIdleMinutes.fallback},
      ${staffIdleMinutes.fallback})`,
  );
  const [row] = await found.catch((error) => Promise.reject(orBusy(error)));
  if (!row) throw new Error('no session');
  return { kind: 'account', accountId: row.account_id, mode: row.mode, grants: row.grants };
}

/** What every request does, and what the library is given to read sessions with. */
async function now(token: string) {
  const payload = await sessionTable.decode({ token });
  if (!payload) throw new Error('no session');
  return payload.actor;
}

async function millisecondsEach(look: (token: string) => Promise<unknown>, from: number) {
  const began = performance.now();
  for (let n = 0; n < each; n++) await look(tokenOf(1 + ((from + n) % 1000)));
  return (performance.now() - began) / each;
}

/** One session looked up after another, both ways in turn: what stands between a request and its row. */
export async function measureSession(): Promise<Line[]> {
  const ways = { direct, now };
  const taken = { direct: [] as number[], now: [] as number[] };
  const names = Object.keys(ways) as (keyof typeof ways)[];
  for (let round = 0; round <= rounds; round++) {
    // Whoever goes first changes; the first round only warms up.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] ?? 'now';
      const ms = await millisecondsEach(ways[name], round * each);
      if (round > 0) taken[name].push(ms);
    }
  }
  const line = (what: string, name: keyof typeof ways, goal?: string): Line => {
    const p50 = median(taken[name]);
    // Of each round by itself: whatever else the machine does hits both sides of it.
    const ratio = median(taken[name].map((ms, round) => ms / (taken.direct[round] ?? ms)));
    const statuses = `${rounds} × ${each} 次`;
    const p99 = Math.max(...taken[name]);
    return { what, perSecond: 1000 / p50, p50, p99, statuses, ratio, ...(goal && { goal }) };
  };
  return [line('直接查会话表', 'direct'), line('现在每个请求的查法', 'now', '≤ 1.05')];
}
