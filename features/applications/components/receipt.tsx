import { ButtonRow } from '@/components/ui/button-row';
import { Section } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { Steps } from '@/components/ui/timeline';
import { Hotline } from '@/features/organisations/components/call';
import { formatDay } from '@/lib/dates';
import type { MyCase } from '../queries/my-cases';
import { isWithdrawable } from '../rules/transitions';

/** The number, what happens next, and by when: fits one screenshot. */
export function Receipt({ myCase, today }: { myCase: MyCase; today: string }) {
  const { id, number, deskName, dueOn, workdays, phoneTail } = myCase;
  return (
    <>
      <ResultPage
        title={myCase.openedAt ? '已重新提交' : '申请已提交'}
        reference={number}
        actions={
          <ButtonRow>
            <LinkButton href={`/applications/${id}`}>查进度</LinkButton>
            <LinkButton href="/" variant="secondary">
              回首页
            </LinkButton>
          </ButtonRow>
        }
      >
        {dueOn && `${formatDay(dueOn, today)}前答复（${workdays} 个工作日内）`}
      </ResultPage>
      <Section title="接下来">
        <Steps>
          <li>
            <b>{deskName}核对</b>
            <p className="text-secondary text-ink-2">
              {isWithdrawable(myCase) ? '打开之前您可以撤回。' : '接着核对您改过的地方。'}
            </p>
          </li>
          <li>
            <b>短信告诉您结果</b>
            <p className="text-secondary text-ink-2">
              发到尾号 {phoneTail} 的手机。要补正，会写清楚补哪一项。
            </p>
          </li>
          <li>
            <b>领会员码</b>
            <p className="text-secondary text-ink-2">在“我的”里打开，当天就能用。</p>
          </li>
        </Steps>
      </Section>
      <p className="mt-6 text-secondary text-ink-2">
        有疑问打 <Hotline />
        ，报上面的办件号。
      </p>
    </>
  );
}
