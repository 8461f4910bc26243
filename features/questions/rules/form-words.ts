import { type Question, typeLabels } from './question';
import { retentionWords } from './retention';

/** When a question is shown, in words: 只有“是否住校”答“是”才显示. Null for one that is always shown. */
export function shownWhenWords(q: Question, form: readonly Question[]): string | null {
  if (!q.condition) return null;
  const asked = form.find((other) => other.id === q.condition?.questionId);
  if (!asked) return '显示条件要看的题已停用';
  return asked.type === 'consent'
    ? `勾选“${asked.label}”才显示`
    : `“${asked.label}”答“${q.condition.value}”才显示`;
}

function limits({ type, least, most }: Question): string | null {
  const unit = type === 'choices' ? '项' : type === 'number' ? '' : '个字';
  if (least !== null && most !== null) return `${least}–${most} ${unit}`.trim();
  if (least !== null) return `至少 ${least} ${unit}`.trim();
  return most === null ? null : `最多 ${most} ${unit}`.trim();
}

/** Only of some sessions: 只问“四五年级班”; null for what every session asks. */
function sessionWords(
  { sessionIds }: Question,
  sessions: readonly { readonly id: string; readonly title: string }[],
): string | null {
  if (sessionIds.length === 0) return null;
  const titles = sessions.filter((s) => sessionIds.includes(s.id)).map((s) => `“${s.title}”`);
  return `只问${titles.join('、') || '已取消的场次'}`;
}

/** The questions of all sessions on one page, each that only some ask saying so in its label. */
export const labelledBySession = <Q extends Question>(
  form: readonly Q[],
  sessions: readonly { readonly id: string; readonly title: string }[],
): Q[] =>
  form.map((q) => {
    const only = sessionWords(q, sessions);
    return only ? { ...q, label: `${q.label}（${only}）` } : q;
  });

/** What an officer reads of a question below its label. */
export function questionFacts(
  q: Question,
  form: readonly Question[],
  sessions: readonly { readonly id: string; readonly title: string }[] = [],
): string[] {
  return [
    `${typeLabels[q.type]}，${q.required ? '必填' : '选填'}`,
    limits(q),
    q.choices.length > 0 ? `选项：${q.choices.join('、')}` : null,
    shownWhenWords(q, form),
    sessionWords(q, sessions),
    retentionWords(q.keptDays),
  ].filter((words): words is string => words !== null);
}

const done: Record<string, string> = {
  added: '已加上',
  changed: '已保存',
  moved: '顺序已改',
  retired: '已停用，已有的回答留到期满',
};

/** What the last step did, for the page it leads back to; null when there was none. */
export function doneWords(search: Readonly<Record<string, unknown>>): string | null {
  const words = typeof search.done === 'string' ? done[search.done] : undefined;
  if (!words) return null;
  const notified = Number(search.told);
  return Number.isInteger(notified) && notified > 0
    ? `${words}。将通知 ${notified} 人补充，已填的不用再填。`
    : `${words}。`;
}
