import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDateTime } from '@/lib/dates';
import type { LedgerLine } from '../queries/list-entries';
import { fieldLabels } from '../rules/field-labels';
import { actionLabels, entityLabels } from '../words';

const text = (value: unknown): string =>
  value === null || value === undefined
    ? '空'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what changed, as 原值 → 新值. */
function changes(line: LedgerLine): [field: string, before: string, after: string][] {
  const before = isRecord(line.before) ? line.before : {};
  const after = isRecord(line.after) ? line.after : {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field): [string, string, string] => [field, text(before[field]), text(after[field])])
    .filter(([, was, is]) => was !== is);
}

function Content({ line }: { line: LedgerLine }) {
  if (line.withheld) return <span className="text-ink-3">业务内容，不在您的权限内</span>;
  const lines = changes(line);
  return (
    <>
      {line.reason && <p>原因：{line.reason}</p>}
      {lines.length > 0 && (
        <details>
          <summary className="reach cursor-pointer text-info">改了 {lines.length} 项</summary>
          <ul>
            {lines.map(([field, was, is]) => (
              <li key={field} className="break-all">
                {fieldLabels[field] ?? field}：{line.before ? `${was} → ${is}` : is}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The ledger: when, who, what, to which thing, what was before and after. */
export function LedgerTable({ lines, now }: { lines: readonly LedgerLine[]; now: Date }) {
  return (
    <DataTable
      caption="操作日志"
      rows={lines}
      keyOf={(line) => String(line.id)}
      columns={[
        { head: '时间', cell: (l) => formatDateTime(l.at, now), className: 'whitespace-nowrap' },
        { head: '谁', cell: (line) => line.actor, className: 'whitespace-nowrap' },
        { head: '做了什么', cell: (line) => actionLabels[line.action] ?? line.action },
        {
          head: '对象',
          cell: (line) => (
            <>
              {entityLabels[line.entityType] ?? line.entityType}
              <span className="block text-meta break-all text-ink-3">
                {line.entityId.slice(-12)}
              </span>
            </>
          ),
        },
        { head: '组织', cell: (line) => line.organisation ?? '' },
        { head: '内容', cell: (line) => <Content line={line} />, className: 'max-w-[28em]' },
        { head: '编号', cell: (line) => line.requestId.slice(-8) },
      ]}
      empty={<EmptyState icon="shield" title="没有符合条件的记录" />}
    />
  );
}
