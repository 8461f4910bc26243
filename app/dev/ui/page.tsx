import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonStories } from '@/components/dev/button-stories';
import { CardStories } from '@/components/dev/card-stories';
import { DeskStories } from '@/components/dev/desk-stories';
import { FieldStories } from '@/components/dev/field-stories';
import { FlowStories } from '@/components/dev/flow-stories';
import { IconStories } from '@/components/dev/icon-stories';
import { ListStories } from '@/components/dev/list-stories';
import { StatusStories } from '@/components/dev/status-stories';
import { qrDrawing } from '@/lib/documents/qr';

export const metadata: Metadata = { title: '组件与状态' };

/** Every component in every state, for screenshots and automatic checks; only in the demonstration. */
export default function UiPage() {
  if (process.env.LIANXIN_DEMO !== '1') notFound();
  return (
    <main id="main" className="px-gutter pt-8 pb-16 lg:px-10">
      <h1>组件与状态</h1>
      <p className="mt-2 mb-6 text-ink-2">安静的红：纸白的底，一屏一个红色动作。</p>
      <ButtonStories />
      <FieldStories />
      <FlowStories />
      <StatusStories />
      <ListStories />
      <CardStories drawing={qrDrawing('https://example.org/v/0803-2600-0137')} />
      <DeskStories />
      <IconStories />
    </main>
  );
}
