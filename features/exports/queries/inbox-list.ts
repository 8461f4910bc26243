import 'server-only';
import { statusLabels } from '@/features/applications/rules/transitions';
import { canDecideBookings } from '@/features/bookings/policy';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { hasInbox } from '@/features/desk/policy';
import { countListed, type InboxItem, inboxParts } from '@/features/desk/queries/inbox';
import {
  decidedWithin,
  type InboxFilter,
  inboxFilter,
  matterLabels,
  viewLabels,
  viewOf,
} from '@/features/desk/schema/inbox';
import { canReviewApplication } from '@/features/members/policy';
import type { Ctx } from '@/lib/ctx';
import { dayCell } from '@/lib/documents/cell-values';
import { between, said, saidPlace, searched } from './filter-words';
import { exportedList, ROWS_AT_ONCE } from './opened-list';

const labels: Record<string, string> = { ...bookingStatusLabels, ...statusLabels };

async function wordsOf(tx: Ctx, filter: InboxFilter) {
  const within = decidedWithin(filter);
  return [
    ...said('看哪些', viewLabels[viewOf(filter)]),
    ...said('事项', filter.kind && matterLabels[filter.kind]),
    ...(await saidPlace(tx, '辖区', filter.town)),
    ...(filter.overdue ? ['只看超时的'] : []),
    ...(filter.mine ? ['只看我接手的'] : []),
    ...(within ? between('办理', within.from, within.to) : []),
    ...searched(filter.q, false),
  ];
}

const scopes = [canReviewApplication, ...Object.values(canDecideBookings)];

/** 审批: joining, also entered at the counter, and bookings, as the list of the desk shows them. */
export const inboxList = exportedList({
  name: 'inbox',
  path: '/desk',
  may: hasInbox,
  filter: inboxFilter.omit({ after: true, case: true, undo: true, undone: true }),
  columns: [
    { header: '办件号', width: 20, value: (item: InboxItem) => item.number ?? '' },
    { header: '姓名', value: (item) => item.title },
    { header: '事项', width: 12, value: (item) => matterLabels[item.kind] },
    { header: '内容', width: 30, value: (item) => item.about },
    { header: '地点', width: 20, value: (item) => item.place },
    { header: '状态', width: 12, value: (item) => labels[item.status] ?? item.status },
    { header: '提交', width: 18, value: (item) => item.cameAt },
    { header: '期限', value: (item) => dayCell(item.dueOn) },
    { header: '超期转来', width: 10, value: (item) => (item.escalated ? '是' : '') },
    { header: '接手', width: 12, value: (item) => item.taken ?? '' },
  ],
  list: async (tx, wanted, most) => ({
    title: '审批',
    words: await wordsOf(tx, wanted),
    total: await countListed(tx, wanted, most),
    organisationId: scopes.flatMap((may) => may.organisationsOf(tx.actor))[0],
    parts: (ctx) => inboxParts(ctx, wanted, ROWS_AT_ONCE),
  }),
});
