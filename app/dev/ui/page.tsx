import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { qrDrawing } from '@/lib/documents/qr';
import { ButtonStories } from './stories/button-stories';
import { CardStories } from './stories/card-stories';
import { DeskStories } from './stories/desk-stories';
import { FieldStories } from './stories/field-stories';
import { FlowStories } from './stories/flow-stories';
import { IconStories } from './stories/icon-stories';
import { ListStories } from './stories/list-stories';
import { StatusStories } from './stories/status-stories';

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
