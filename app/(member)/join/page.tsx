import { redirect } from 'next/navigation';
import { ActionBar } from '@/components/layout/action-bar';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { CellList } from '@/components/ui/cell-list';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/step-header';
import { TaskList } from '@/components/ui/task-list';
import { QuestionPage } from '@/features/applications/components/question-page';
import { SavedLine } from '@/features/applications/components/saved-line';
import { nextStepOf, tasksOf } from '@/features/applications/components/tasks';
import { getJoining } from '@/features/applications/queries/joining';
import { stepsTotal } from '@/features/applications/rules/questions';
import { CallCell } from '@/features/organisations/components/call';
import { getOpenTransfer } from '@/features/transfers/queries/open-transfer';
import { requireMember } from '@/lib/auth/session';

export const metadata = { title: '入会申请' };

export default async function JoinPage() {
  const ctx = await requireMember('/join');
  const joining = await getJoining(ctx);
  if (joining.kind === 'filling' && joining.form?.status === 'sent_back') {
    redirect(`/applications/${joining.form.id}`);
  }
  const transfer = await getOpenTransfer(ctx);
  return (
    <QuestionPage joining={joining} backHref="/guide/join">
      {(form) => {
        const tasks = tasksOf(form);
        const done = tasks.filter((task) => task.status === 'done').length;
        const next = nextStepOf(form);
        return (
          <>
            <PageHead title="入会申请" />
            {transfer && (
              <Notice tone="info" className="mb-4">
                您有一份转会登记在办，一般不用再申请。
                <TextLink href="/join/transfer">看转会登记</TextLink>
              </Notice>
            )}
            <p className="text-secondary text-ink-2">
              已完成 {done} 项，共 {stepsTotal} 项
            </p>
            <ProgressBar value={done} max={stepsTotal} />
            <div className="mt-5">
              <TaskList tasks={tasks} />
            </div>
            <SavedLine form={form} now={ctx.now} />
            <CellList className="mt-8 mb-6">
              <CallCell title="打电话请人帮我填" />
            </CellList>
            <ActionBar>
              <LinkButton href={next.href}>{next.words}</LinkButton>
            </ActionBar>
          </>
        );
      }}
    </QuestionPage>
  );
}
