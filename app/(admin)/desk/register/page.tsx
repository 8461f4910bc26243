import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { EnterTools } from '@/features/employer-register/components/enter-tools';
import {
  CoverageExplained,
  CoverageLine,
  TownCells,
} from '@/features/employer-register/components/register-figures';
import { RegisterSearch } from '@/features/employer-register/components/register-search';
import { RegisterTable } from '@/features/employer-register/components/register-table';
import { canKeepRegister, canSeeRegister } from '@/features/employer-register/policy';
import { listClusters } from '@/features/employer-register/queries/clusters';
import { listRegister } from '@/features/employer-register/queries/entries';
import { readTownCounts } from '@/features/employer-register/queries/town-counts';
import { registerFilter } from '@/features/employer-register/schema/entry';
import { ListExport } from '@/features/exports/components/list-export';
import { canImportEmployers } from '@/features/imports/policy';
import { authorize } from '@/lib/access';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '企业台账' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function RegisterPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/register');
  authorize(canSeeRegister.anywhere(ctx.actor));
  const search = await searchParams;
  const { filter, wanted, lost } = openSearch(ctx, registerFilter.parse(search));
  const mayKeep = canKeepRegister.anywhere(ctx.actor);
  const [page, counts, clusters] = await Promise.all([
    listRegister(ctx, wanted),
    readTownCounts(ctx),
    mayKeep ? listClusters(ctx) : [],
  ]);
  return (
    <DeskMain>
      <PageHead
        title="企业台账"
        tools={mayKeep && <EnterTools mayImport={canImportEmployers.anywhere(ctx.actor)} />}
      >
        <CoverageLine counts={counts} /> <TextLink href="/desk/foundings">在办的建会</TextLink>，
        <TextLink href="/desk/register/due">各辖区该办的</TextLink>
      </PageHead>
      {clusters.length > 0 && (
        <Notice className="mb-4">
          {clusters.length} 家单位的会员在网上会员之家聚集，可以以入会促建会。
          <TextLink href="/desk/register/clusters">去看</TextLink>
        </Notice>
      )}
      <TownCells counts={counts} filter={filter} />
      <RegisterSearch filter={filter} words={wanted.q} lost={lost} counts={counts} />
      <RegisterTable page={page} filter={filter} today={todayOn(ctx.now)} mayKeep={mayKeep} />
      <div className="mt-4">
        <CoverageExplained counts={counts} />
      </div>
      <ListExport ctx={ctx} list="register" search={search} />
    </DeskMain>
  );
}
