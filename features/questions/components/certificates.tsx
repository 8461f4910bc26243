import { TextLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PrintSheet, PrintTable } from '@/components/ui/print-sheet';
import { formatDateTime, formatFullDay, todayOn } from '@/lib/dates';
import type { CertificateItem, PurgeCertificate } from '../queries/certificates';
import { purgeRuleLabels, purgeRuleWords } from '../rules/certificate';

const columns = (now: Date): Column<CertificateItem>[] => [
  { head: '编号', cell: (c) => <TextLink href={`/desk/purges/${c.id}`}>{c.number}</TextLink> },
  { head: '服务', cell: (c) => c.title },
  { head: '组织单位', cell: (c) => c.organiser },
  { head: '依据', cell: (c) => purgeRuleLabels[c.rule] },
  { head: '回答', right: true, cell: (c) => c.answers },
  { head: '文件', right: true, cell: (c) => c.files },
  { head: '时间', cell: (c) => formatDateTime(c.at, now) },
];

/** What was deleted when, newest first. */
export function CertificateTable({ items, now }: { items: readonly CertificateItem[]; now: Date }) {
  return (
    <DataTable
      caption="数据删除记录"
      columns={columns(now)}
      rows={items}
      keyOf={(c) => c.id}
      empty={
        <EmptyState icon="shield" title="还没有数据删除记录">
          回答到期后，系统每天凌晨删除，并在这里留一份证明。
        </EmptyState>
      }
    />
  );
}

/** One certificate on paper: what went, by which rule, and the hash by which it is known. */
export function CertificateSheet({ certificate: c }: { certificate: PurgeCertificate }) {
  return (
    <PrintSheet title="个人信息删除记录" alone>
      <PrintTable
        rows={[
          [
            { label: '编号', value: c.number },
            { label: '日期', value: formatFullDay(todayOn(c.at)) },
          ],
          [{ label: '服务', value: c.title, span: 3 }],
          [{ label: '组织单位', value: c.organiser, span: 3 }],
          [
            { label: '回答', value: `${c.answers} 条` },
            { label: '文件', value: `${c.files} 个` },
          ],
        ]}
      />
      <h2 className="mt-6 mb-2">删除了什么</h2>
      <PrintTable
        rows={c.purged.map((q) => [
          { label: q.label, value: `${q.answers} 条回答，${q.files} 个文件` },
          { label: '依据', value: purgeRuleWords(c.rule, q.keptDays) },
        ])}
      />
      <p className="mt-6">以上内容已由系统自动删除，不能恢复。本证明不含任何人的回答。</p>
      <p className="mt-2 text-meta break-all print:text-[9pt]">{`校验值（SHA-256）：${c.hash}`}</p>
      {!c.intact && (
        <Notice tone="error" className="mt-4">
          内容和校验值对不上，请联系系统管理员。
        </Notice>
      )}
    </PrintSheet>
  );
}
