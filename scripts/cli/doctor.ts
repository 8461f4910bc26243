import { sql } from 'drizzle-orm';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { sendsNoTexts } from '@/lib/env';
import { transaction } from '@/lib/transaction';

interface Clocks extends Record<string, unknown> {
  now: string;
  /** The newest time that the database itself has written down. */
  newest: string | null;
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

/**
 * What is wrong with the clocks, in words; empty when nothing is. A clock that was put back makes fresh
 * codes look old and sessions last longer, and a server that differs from its database signs in the past.
 */
export function clockFaults(here: Date, there: Date, newest: Date | null): string[] {
  const faults: string[] = [];
  const apart = minutes(here.getTime() - there.getTime());
  if (Math.abs(apart) >= 2) {
    faults.push(
      `本机时钟比数据库${apart > 0 ? '快' : '慢'} ${Math.abs(apart)} 分钟：请让两台机器用同一个时间源（NTP）。`,
    );
  }
  const back = newest ? minutes(newest.getTime() - there.getTime()) : 0;
  if (back >= 2) {
    faults.push(
      `数据库时钟被拨回过：最新的记录比现在晚 ${back} 分钟。请校准时钟后重启；次数限制和动态码会自己恢复。`,
    );
  }
  return faults;
}

/** Looks for what a running portal would only show as odd behaviour; exits with 1 when there is any. */
export async function doctor(): Promise<void> {
  const clocks = await transaction(makeCtx(system('命令行')), async (tx) => {
    const [row] = await tx.db.execute<Clocks>(sql`select clock_timestamp()::text as now,
      greatest((select max(at) from audit_entries), (select max(last_seen_at) from sessions))::text as newest`);
    return row;
  });
  if (!clocks) throw new Error('数据库没有回答');
  const newest = clocks.newest === null ? null : new Date(clocks.newest);
  const faults = clockFaults(new Date(), new Date(clocks.now), newest);
  if (sendsNoTexts()) faults.push('短信没有接通（SMS_PROVIDER=console）：验证码发不出去。');
  for (const fault of faults) console.log(`- ${fault}`);
  if (faults.length > 0) throw new Error(`有 ${faults.length} 处要处理。`);
  console.log('没有发现问题。');
}
