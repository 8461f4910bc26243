import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ListExport } from '@/features/exports/components/list-export';
import { CaseList } from '@/features/transfers/components/case-list';
import { DeskSides } from '@/features/transfers/components/desk-sides';
import { TransferCase } from '@/features/transfers/components/desk-transfer';
import { TransferTable } from '@/features/transfers/components/desk-transfers';
import { listDeskSides } from '@/features/transfers/queries/desk-sides';
import { getTransfer, listTransfers } from '@/features/transfers/queries/desk-transfers';
import { listMembershipCases } from '@/features/transfers/queries/membership-cases';
import { requestTitles } from '@/features/transfers/rules/membership-requests';
import { transferFilter } from '@/features/transfers/schema/transfer';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '会籍登记' };

export default async function TransfersPage({ searchParams }: PageProps<'/desk/transfers'>) {
  const ctx = await requireStaff('/desk/transfers');
  const search = await searchParams;
  const { case: chosen, done } = transferFilter.parse(search);
  if (chosen) {
    const transfer = await getTransfer(ctx, chosen);
    return (
      <DeskMain>
        <Breadcrumbs
          trail={[{ label: '会籍登记', href: '/desk/transfers' }, { label: transfer.number }]}
        />
        <PageHead
          title={
            transfer.kind === 'joining'
              ? `${transfer.name ?? '未留姓名'}要转会`
              : `${transfer.name ?? '未留姓名'}：${requestTitles[transfer.kind]}`
          }
        />
        <TransferCase transfer={transfer} />
      </DeskMain>
    );
  }
  const { waiting, closed, now } = await listTransfers(ctx);
  const [sides, cases] = [await listDeskSides(ctx), await listMembershipCases(ctx)];
  const today = todayOn(now);
  return (
    <DeskMain>
      <PageHead
        title="会籍登记"
        tools={<LinkButton href="/desk/transfers/new">请会员转来</LinkButton>}
      >
        转会、保留、退会、改职业单位，都在这里答复。
      </PageHead>
      {done && (
        <Notice tone="success" className="mb-4" live>
          已答复，已通知本人。
        </Notice>
      )}
      <DeskSides caption="等答复的转会" lines={sides.waiting} today={today} />
      <Section title="待答复的登记">
        <TransferTable caption="待答复的会籍登记" lines={waiting} now={now} />
      </Section>
      <CaseList lines={cases} today={today} />
      {sides.ended.length > 0 && (
        <Section title="最近办完的转会">
          <DeskSides caption="最近办完的转会" lines={sides.ended} today={today} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title="最近答复">
          <TransferTable caption="最近答复" lines={closed} now={now} />
        </Section>
      )}
      <ListExport ctx={ctx} list="transfers" search={search} />
    </DeskMain>
  );
}
