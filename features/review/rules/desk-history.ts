import { isQuestion, questionLabels } from '@/features/applications/rules/questions';

export interface HistoryFacts {
  readonly type: string;
  readonly note: string | null;
  readonly fields: readonly string[] | null;
}

const channels: Record<string, string> = {
  web: '手机提交',
  qr: '扫工会入会码提交',
  counter: '柜台代办提交',
};

/** One line of 经过 as an officer reads it. */
export function historyText(event: HistoryFacts, channel: string): string {
  const fields = (event.fields ?? [])
    .map((f) => (isQuestion(f) ? questionLabels[f] : f))
    .join('、');
  const said = event.note ? `：${event.note}` : '';
  const texts: Record<string, string> = {
    submitted: channels[channel] ?? '提交',
    corrected: `改了${event.note ?? fields}`,
    put_right: event.note ?? '资料已更正',
    resubmitted: `补正后重新提交${event.note ? `，${event.note}` : ''}`,
    opened: '开始核对',
    sent_back: `退回补正${fields && `（${fields}）`}${said}`,
    passed_on: `同意，${event.note ?? '转上级确认'}`,
    due_moved: event.note ?? '期限改动',
    escalated: event.note ?? '超期，转上级办理',
    moved_union: event.note ?? '工会合并或撤销，换工会接着办',
    approved: '通过',
    rejected: `不予通过${said}`,
    undone: '撤销了刚才的决定',
    withdrawn: '本人撤回',
  };
  return texts[event.type] ?? event.type;
}
