import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Panel } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { noShowWords } from '@/features/eligibility/rules/no-show-record';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { offeringKindLabels } from '@/features/offerings/schema/offering';

import { decideAppealAction } from '../actions';
import type { OpenAppeal } from '../queries/desk-appeals';
import { excuseLabels } from '../rules';

/** One appeal: what was missed, how the person stands, their words, and the two answers. */
export function AppealCase({ appeal }: { appeal: OpenAppeal }) {
  const { noShowStatus, now } = appeal;
  const rows = [
    { label: '谁', value: appeal.attendee },
    { label: '服务', value: `${offeringKindLabels[appeal.kind]}，${appeal.title}` },
    { label: '场次', value: `${appeal.session}，${sessionWhen(timedOf(appeal), now)}` },
    { label: '预约号', value: appeal.number },
    {
      label: '累计',
      value: noShowStatus
        ? `${noShowStatus.terms.withinDays} 天内 ${noShowStatus.count} 次（${noShowWords(noShowStatus.terms)}）`
        : '这项服务不限制爽约',
    },
    { label: '申诉原因', value: <span className="whitespace-pre-line">{appeal.reason}</span> },
  ];
  return (
    <div className="grid max-w-[60em] gap-4">
      <Panel title="申诉内容" note="每次打开都有记录">
        <KeyValues rows={rows} single />
      </Panel>
      {appeal.status === 'waiting' ? (
        <Panel title="答复">
          <Form action={decideAppealAction}>
            <input type="hidden" name="bookingId" value={appeal.bookingId} />
            <input type="hidden" name="version" value={appeal.version} />
            <TextArea
              name="answer"
              label="给本人的话"
              hint="同意可以不写；不同意要写明原因"
              maxLength={200}
              rows={3}
              optional
            />
            <div className="mt-4 flex flex-wrap gap-3">
              <SubmitButton block={false} name="to" value="accepted">
                同意，不计爽约
              </SubmitButton>
              <SubmitButton block={false} variant="secondary" name="to" value="refused">
                不同意
              </SubmitButton>
            </div>
          </Form>
        </Panel>
      ) : (
        <Panel title={excuseLabels[appeal.status]}>
          <p>{appeal.answer ?? '没有写答复。'}</p>
        </Panel>
      )}
    </div>
  );
}
