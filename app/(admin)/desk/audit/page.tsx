import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { LoadMore } from '@/components/ui/pagination';
import { ChainResult } from '@/features/audit/components/chain-result';
import { LedgerFilterForm } from '@/features/audit/components/ledger-filter';
import { LedgerTable } from '@/features/audit/components/ledger-table';
import { canReadLedger, canSuperviseLedger } from '@/features/audit/policy';
import { checkChain } from '@/features/audit/queries/check-chain';
import { listLedger, listLedgerActions } from '@/features/audit/queries/list-entries';
import { ledgerFilter, ledgerHref } from '@/features/audit/schema';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '操作日志' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function LedgerPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/audit');
  const supervises = canSuperviseLedger.anywhere(ctx.actor);
  if (!supervises && !canReadLedger.anywhere(ctx.actor)) notFound();
  const search = await searchParams;
  const { filter, wanted, lost } = openSearch(ctx, ledgerFilter.parse(search));
  const [{ lines, older }, actions, report] = await Promise.all([
    listLedger(ctx, wanted),
    listLedgerActions(ctx),
    supervises && search.check === '1' ? checkChain(ctx) : null,
  ]);
  return (
    <DeskMain>
      <PageHead
        title="操作日志"
        tools={
          supervises && (
            <LinkButton href="/desk/audit?check=1" variant="secondary" small>
              核对日志链
            </LinkButton>
          )
        }
      >
        只增不改，保存不少于 6 个月。
      </PageHead>
      {report && <ChainResult report={report} />}
      <LedgerFilterForm filter={wanted} actions={actions} lost={lost} />
      <LedgerTable lines={lines} now={ctx.now} />
      <LoadMore href={older ? ledgerHref({ ...filter, before: older }) : null}>更早的记录</LoadMore>
    </DeskMain>
  );
}
