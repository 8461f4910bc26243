import { chainProblems } from '@/features/audit/rules/chain-problems';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { inspectLedger } from '@/lib/ledger/inspect';

/** Prints what the ledger's chains and seals say; fails when anything does not fit. */
export async function checkLedger(): Promise<void> {
  const { entries, broken, sealed } = await inspectLedger(makeCtx(system('命令行')));
  for (const { onDay, code } of sealed) console.log(`${onDay}  ${code}`);
  for (const { shard, id, onDay, problem } of broken)
    console.error(
      `第 ${shard ?? '-'} 组 第 ${id ?? '-'} 条（${onDay ?? '-'}）：${chainProblems[problem]}`,
    );
  if (broken.length > 0) throw new Error('日志链不完整，请立即保留现场并联系维护单位。');
  console.log(`已核对 ${entries} 条记录，日志链完整。`);
}
