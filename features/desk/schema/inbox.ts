import { z } from 'zod';
import { isRealDate } from '@/lib/dates';
import { sealedWords } from '@/lib/search';

export const views = ['waiting', 'sent_back', 'done', 'all'] as const;
export const matters = ['membership', 'training', 'childcare', 'screening'] as const;
export type View = (typeof views)[number];
export type Matter = (typeof matters)[number];

export const viewLabels: Record<View, string> = {
  waiting: '待我办',
  sent_back: '已退回',
  done: '已办',
  all: '全部',
};
export const matterLabels: Record<Matter, string> = {
  membership: '入会',
  training: '培训',
  childcare: '托管班',
  screening: '健康检查',
};

const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const oneUuid = z.uuid();
const day = z.string().refine(isRealDate);

/** A case in the list: an application's id, or `b-` and a booking's. */
export const caseRef = z.union([oneUuid, z.string().regex(/^b-[0-9a-f-]{36}$/i)]);

/** What the address of the inbox says; whatever it does not understand it leaves out. */
export const inboxFilter = z.object({
  view: optional(z.enum(views)),
  kind: optional(z.enum(matters)),
  town: optional(oneUuid),
  overdue: optional(z.literal('1')),
  /** What this officer has taken on. */
  mine: optional(z.literal('1')),
  /** Days of a decision, both included; for what is done. */
  from: optional(day),
  to: optional(day),
  q: sealedWords,
  after: optional(z.string().max(90)),
  case: optional(caseRef),
  undo: optional(z.string().max(60)),
  undone: optional(z.string().regex(/^\d{1,2}-\d{1,2}$/)),
});
export type InboxFilter = z.output<typeof inboxFilter>;

/** Words asked for search everywhere; without words the desk shows what waits. */
export const viewOf = (filter: InboxFilter): View =>
  filter.view ?? (filter.q === '' ? 'waiting' : 'all');

/** The days within which things were decided, where the list is of such. */
export const decidedWithin = (filter: InboxFilter): { from: string; to: string } | null =>
  viewOf(filter) === 'done' && filter.from && filter.to
    ? { from: filter.from, to: filter.to }
    : null;

/** How many filters beside the view and the search narrow the list. */
export const narrowings = (filter: InboxFilter): number =>
  [filter.kind, filter.town, filter.overdue, filter.mine, decidedWithin(filter)].filter(Boolean)
    .length;

/** The list's own address without what is open in it: what `back` carries. */
export function listQuery(filter: InboxFilter): string {
  const { view, kind, town, overdue, mine, from, to, q, after } = filter;
  const parts = Object.entries({ view, kind, town, overdue, mine, from, to, q, after });
  return new URLSearchParams(
    parts.filter((part): part is [string, string] => Boolean(part[1])),
  ).toString();
}
