import type { Metadata } from 'next';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { ActionBar } from '@/components/layout/action-bar';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Card, Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { fileObjectionAction } from '@/features/draws/actions';
import { getDrawPage } from '@/features/draws/queries/draw-page';
import { listMyObjections } from '@/features/draws/queries/my-objections';
import { requireMember } from '@/lib/auth/session';
import { formatDay, todayOn } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '对结果有疑问' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export default async function ObjectionPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(`/draws/${id}/objection`);
  const draw = await notFoundOnMissing(getDrawPage(ctx, id, null));
  const asked = await listMyObjections(ctx, id);
  const today = todayOn(draw.now);
  const open = draw.status === 'drawn' && draw.publicUntil !== null && today <= draw.publicUntil;
  const waiting = asked.some((one) => one.answeredAt === null);
  return (
    <FlowPage backHref={`/draws/${id}`} backLabel="抽签结果">
      <PageHead title="对结果有疑问">
        {open
          ? `写明疑问，组织单位 ${draw.answerDays} 个工作日内答复。`
          : '公示已结束，不再接收疑问。'}
      </PageHead>
      {done === 'filed' && (
        <Notice tone="success" live className="mb-4">
          已提交，答复后会通知您。
        </Notice>
      )}
      {asked.map((one) => (
        <Section key={one.id}>
          <Card pad>
            <p className="whitespace-pre-line">{one.text}</p>
            <p className="mt-2 text-secondary whitespace-pre-line text-ink-2">
              {one.answer ? `答复：${one.answer}` : `${formatDay(one.dueOn, today)}前答复`}
            </p>
          </Card>
        </Section>
      ))}
      {open && !waiting && (
        <Form flow action={fileObjectionAction} idempotencyKey={newId()}>
          <input type="hidden" name="drawId" value={id} />
          <TextArea name="text" label="您的疑问" rows={5} maxLength={500} />
          <ActionBar>
            <SubmitButton>提交</SubmitButton>
          </ActionBar>
        </Form>
      )}
    </FlowPage>
  );
}
