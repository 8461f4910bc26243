import { Notice } from '@/components/ui/notice';
import { formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { ChainReport } from '../queries/check-chain';
import { chainProblems } from '../rules/chain-problems';

type Fault = ChainReport['broken'][number];

const where = ({ shard, id, onDay }: Fault): string =>
  [
    shard !== null && `第 ${shard} 组`,
    id && `第 ${id} 条`,
    onDay && `对照 ${formatFullDay(onDay)}的封存`,
  ]
    .filter(Boolean)
    .join('，');

/** The codes of the last nights, for an auditor to copy and to compare later. */
function Codes({ sealed }: Pick<ChainReport, 'sealed'>) {
  if (sealed.length === 0) return <p>还没有封存过，每天 0 点 05 分自动封存。</p>;
  return (
    <>
      <p>每天封存的校验码，审计人员可抄下，以后比对：</p>
      <ul>
        {sealed.map(({ onDay, code }) => (
          <li key={onDay}>
            {formatFullDay(onDay)}{' '}
            <code className="break-all">{code.match(/.{1,6}/g)?.join(' ')}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What walking the chain found. */
export function ChainResult({ report }: { report: ChainReport }) {
  const { broken, entries, sealed } = report;
  if (broken.length === 0) {
    return (
      <Notice tone="success" live className="mb-4">
        <p>已核对 {formatCount(entries)} 条记录，日志链完整，没有改动或缺失。</p>
        <Codes sealed={sealed} />
      </Notice>
    );
  }
  return (
    <Notice tone="error" live className="mb-4">
      <b>日志链不完整，请立即保留现场并联系维护单位。</b>
      <ul>
        {broken.map((one) => (
          <li key={`${one.problem}-${one.shard}-${one.onDay}`}>
            {where(one)}：{chainProblems[one.problem]}
          </li>
        ))}
      </ul>
      <Codes sealed={sealed} />
    </Notice>
  );
}
