import { ErrorSummary } from '@/components/forms/error-summary';
import { Button } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { StepHeader } from '@/components/ui/step-header';
import { SummaryList } from '@/components/ui/summary-list';
import { TaskList } from '@/components/ui/task-list';
import { Bullets, Steps, Timeline } from '@/components/ui/timeline';
import { Shelf, Story } from './story';

export function FlowStories() {
  return (
    <Shelf title="流程">
      <Story name="错误汇总">
        <ErrorSummary
          quiet
          state={{
            status: 'invalid',
            fieldErrors: { 's-code': '验证码已过期，请重新获取', 's-site': '请填写单位名称' },
          }}
        />
      </Story>
      <Story name="步骤、核对列表">
        <StepHeader step={3} total={5} />
        <SummaryList
          rows={[
            { question: '身份证号', answer: '4508**********0029', changeHref: '/dev/ui?id' },
            { question: '学历', answer: '高中', changeHref: '/dev/ui?education' },
            { question: '由哪个工会核对', answer: '江南街道总工会' },
          ]}
        />
      </Story>
      <Story name="任务列表">
        <TaskList
          tasks={[
            { name: '姓名和手机号', status: 'done', href: '/dev/ui?name' },
            { name: '身份证号', status: 'started', href: '/dev/ui?id' },
            { name: '学历和户籍', status: 'todo', href: '/dev/ui?home' },
            { name: '核对并提交', status: 'locked', note: '前 3 项填完后可以提交' },
          ]}
        />
      </Story>
      <Story name="时间线：过去、现在、将来">
        <Timeline
          entries={[
            { title: '您提交了报名', meta: '6月11日（周四）21:08' },
            { title: '退回补正，等您补材料', meta: '今天 9:42 · 江南街道总工会', when: 'now' },
            { title: '公布录取结果', meta: '预计 6月19日（周五）', when: 'next' },
          ]}
        />
      </Story>
      <Story name="结果：成功">
        <Card pad>
          <ResultPage
            level={3}
            title="已提交"
            reference="RH26-0615-0021"
            actions={
              <ButtonRow>
                <LinkButton variant="secondary" href="/">
                  回首页
                </LinkButton>
                <LinkButton href="/affairs">查进度</LinkButton>
              </ButtonRow>
            }
          >
            5 个工作日内短信告诉您结果。
          </ResultPage>
        </Card>
      </Story>
      <Story name="结果：没办成">
        <Card pad>
          <ResultPage
            level={3}
            tone="error"
            title="没有报上"
            actions={
              <ButtonRow>
                <Button variant="secondary">看其他班</Button>
                <Button>去候补</Button>
              </ButtonRow>
            }
          >
            最后一个名额刚被报走。您填的内容已保存，可以直接候补。
          </ResultPage>
        </Card>
      </Story>
      <Story name="怎么办">
        <Steps>
          <li>
            <b>手机填 5 项信息</b>
            <p className="text-secondary text-ink-2">中途可以停，下次接着填。</p>
          </li>
          <li>
            <b>工会核对</b>
          </li>
        </Steps>
      </Story>
      <Story name="要点">
        <Bullets>
          <li>年满 16 周岁</li>
          <li>在某某区工作，或在某某区接单</li>
        </Bullets>
      </Story>
    </Shelf>
  );
}
