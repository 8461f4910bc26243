import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { listDemoCodes } from '@/features/identity/queries/demo-codes';
import { listDemoMessages } from '@/features/notifications/queries/demo-messages';
import { currentCtx } from '@/lib/auth/session';
import { formatTime } from '@/lib/dates';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: '演示：短信和动态码' };

export default async function MessagesPage() {
  if (!env().demo) notFound();
  const ctx = await currentCtx();
  const [messages, codes] = await Promise.all([listDemoMessages(ctx), listDemoCodes(ctx)]);
  return (
    <FlowPage backHref="/">
      <PageHead title="短信和动态码">只在演示环境有这一页，人都是编的。刷新看最新。</PageHead>
      <Section title="短信">
        {messages.length === 0 && <EmptyState icon="message" title="还没有短信" />}
        <CellList>
          {messages.map((message) => (
            <Cell
              key={message.id}
              title={message.text}
              sub={`${formatTime(message.at)} 发给 ${message.phone}`}
            />
          ))}
        </CellList>
      </Section>
      <Section title="干部的动态码">
        <CellList>
          {codes.map((officer) => (
            <Cell
              key={officer.phone}
              title={officer.displayName}
              sub={officer.enrolled ? officer.phone : `${officer.phone}（待绑定）`}
              value={<b>{officer.code}</b>}
            />
          ))}
        </CellList>
      </Section>
    </FlowPage>
  );
}
