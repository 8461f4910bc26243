import { Notice } from '@/components/ui/notice';
import { formatCount } from '@/lib/format';
import type { ChainReport } from '../queries/check-chain';

const problems = {
  changed: '内容被改动',
  gap: '前面有记录缺失',
  tail: '末尾有记录缺失',
} as const;

/** What walking the chain found. */
export function ChainResult({ report }: { report: ChainReport }) {
  if (report.broken.length === 0) {
    return (
      <Notice tone="success" live className="mb-4">
        已核对 {formatCount(report.entries)} 条记录，日志链完整，没有改动或缺失。
      </Notice>
    );
  }
  return (
    <Notice tone="error" live className="mb-4">
      <b>日志链不完整，请立即保留现场并联系维护单位。</b>
      <ul>
        {report.broken.map((one) => (
          <li key={one.shard}>
            第 {one.shard} 组{one.id && `，第 ${one.id} 条`}：{problems[one.problem]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
