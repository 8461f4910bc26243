import { formatDateTime, formatDay } from '@/lib/dates';
import { type JoinQuestion, questionLabels } from './questions';
import type { ApplicationStatus } from './transitions';

interface ProgressFacts {
  readonly status: ApplicationStatus;
  readonly openedAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly step: number;
  readonly stepsTotal: number;
  readonly deskName: string | null;
  readonly unionName: string | null;
  readonly dueOn: string | null;
  readonly reason: string | null;
  readonly sentBackFields: readonly string[];
}

export interface Sentence {
  /** What to do, or what happened. */
  readonly title: string;
  /** By when, and what comes next. */
  readonly lede: string;
}

/** 姓名、证件号码: the fields an officer asked about, in the words of the form. */
export const fieldNames = (fields: readonly string[]): string =>
  fields.map((field) => questionLabels[field as JoinQuestion] ?? field).join('、');

const byWhen = (c: ProgressFacts, today: string): string =>
  c.dueOn === null
    ? ''
    : c.dueOn < today
      ? '已超过时限，正在催办'
      : `${formatDay(c.dueOn, today)}前答复`;

/**
 * Where a case stands, in one sentence and the next (domain.md §1.4: the title says what to do or
 * what happened; a tag never replaces it).
 * @param today `YYYY-MM-DD`
 */
export function progressOf(c: ProgressFacts, today: string): Sentence {
  const desk = c.deskName ?? '工会';
  const answer = byWhen(c, today);
  switch (c.status) {
    case 'draft':
      return { title: '申请还没有提交', lede: '填完提交后，工会才会开始办理。' };
    case 'submitted':
      return c.openedAt === null
        ? { title: `等${desk}核对`, lede: `${answer}。工会打开之前可以撤回。` }
        : { title: `等${desk}再核对`, lede: `${answer}，结果发短信告诉您。` };
    case 'in_review':
      return c.step > 1 || c.escalatedAt !== null
        ? { title: `已转到${desk}办理`, lede: `${answer}，结果发短信告诉您。` }
        : { title: `${desk}正在核对`, lede: `${answer}，结果发短信告诉您。` };
    case 'sent_back':
      return c.sentBackFields.length > 0
        ? { title: `请改好${fieldNames(c.sentBackFields)}`, lede: '改完再提交，其他内容不用重填。' }
        : { title: '改好了，请重新提交', lede: `提交后${desk}再核对。` };
    case 'approved':
      return { title: `您已加入${c.unionName ?? '工会'}`, lede: '会员码在“我的”里，现在就能用。' };
    case 'rejected':
      return { title: '这次没有通过', lede: '情况有变可以重新申请，有疑问请打电话问。' };
    case 'withdrawn':
      return { title: '申请已撤回', lede: '想好了可以重新申请，填过的内容还在。' };
  }
}

interface Event {
  readonly at: Date;
  readonly type: string;
  readonly by: string;
  readonly note: string | null;
  readonly fields: readonly string[] | null;
}

export interface Milestone {
  readonly title: string;
  readonly meta?: string;
  readonly note?: string;
  readonly when: 'done' | 'now' | 'next';
}

const titles: Record<string, (e: Event) => string> = {
  submitted: () => '您提交了申请',
  resubmitted: () => '您改好并重新提交',
  opened: () => '开始核对',
  sent_back: (e) => `退回补正：${fieldNames(e.fields ?? [])}`,
  passed_on: () => '单位工会同意，转上级工会确认',
  escalated: () => '超过时限，转上级工会办理',
  due_moved: () => '办理期限有改动',
  moved_union: () => '工会有调整，换了工会接着办',
  approved: () => '审核通过，成为会员',
  rejected: () => '未通过',
  withdrawn: () => '您撤回了申请',
};

/** A decision taken back at once is not history to the worker: neither it nor its undo is shown. */
function withoutUndone(events: readonly Event[]): Event[] {
  const shown: Event[] = [];
  for (const event of events) {
    if (event.type === 'undone') shown.pop();
    else if (titles[event.type]) shown.push(event);
  }
  return shown;
}

function ahead(c: ProgressFacts, today: string): Milestone[] {
  const answer = { title: '工会答复', meta: byWhen(c, today), when: 'next' } as const;
  const second = { title: '上级工会确认', when: 'next' } as const;
  switch (c.status) {
    case 'submitted':
    case 'in_review':
      return c.step < c.stepsTotal ? [answer, second] : [answer];
    case 'sent_back':
      return [{ title: `${c.deskName ?? '工会'}再核对`, meta: '重新提交后', when: 'next' }];
    default:
      return [];
  }
}

const isOver = (status: ApplicationStatus): boolean =>
  status === 'approved' || status === 'rejected' || status === 'withdrawn';

/** The timeline: what happened, when and who (a department), then what comes and by when. */
export function milestonesOf(
  c: ProgressFacts & { readonly events: readonly Event[] },
  now: Date,
  today: string,
): Milestone[] {
  const events = withoutUndone(c.events);
  const past = events.map((event, at): Milestone => {
    const when = formatDateTime(event.at, now);
    return {
      title: titles[event.type]?.(event) ?? event.type,
      meta: event.by === '本人' ? when : `${when} · ${event.by}`,
      note: event.note ?? undefined,
      when: at === events.length - 1 && !isOver(c.status) ? 'now' : 'done',
    };
  });
  return [...past, ...ahead(c, today)];
}
