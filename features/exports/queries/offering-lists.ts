import 'server-only';
import {
  type BookingItem,
  countOfferingBookings,
  offeringBookingParts,
} from '@/features/bookings/queries/desk-bookings';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { bookingFilter, offeringFilter } from '@/features/bookings/schema/desk-filter';
import { gradeLabel } from '@/features/family/rules/grade';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { managedKinds } from '@/features/offerings/queries/desk-scope';
import { offeringStatusLabels } from '@/features/offerings/rules/offering';
import { sessionLabel } from '@/features/offerings/rules/session-words';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import {
  type DeskOfferingItem,
  deskOfferingParts,
  sumDeskOfferings,
} from '@/features/scheduling/queries/desk-offerings';
import type { Actor } from '@/lib/actor';
import { recordId } from '@/lib/forms/form-fields';
import { said, searched } from './filter-words';
import { exportedList, type ListColumn, ROWS_AT_ONCE } from './opened-list';

const manages = (actor: Actor) => managedKinds(actor).length > 0;

/** 服务与活动, as the page lists them. */
export const offeringList = exportedList({
  name: 'offerings',
  path: '/desk/offerings',
  may: manages,
  filter: offeringFilter.omit({ after: true }),
  columns: [
    { header: '名称', width: 34, value: (o: DeskOfferingItem) => o.title },
    { header: '类型', width: 12, value: (o) => offeringKindLabels[o.kind] },
    { header: '组织单位', width: 24, value: (o) => o.organiser },
    { header: '第一场', width: 18, value: (o) => o.firstStartsAt },
    { header: '场次', width: 8, value: (o) => o.sessions },
    { header: '已占', width: 8, value: (o) => o.taken },
    { header: '名额', width: 8, value: (o) => o.capacity },
    { header: '候补', width: 8, value: (o) => o.waiting },
    { header: '状态', width: 12, value: (o) => offeringStatusLabels[o.phase] },
  ],
  list: async (tx, wanted) => ({
    title: '服务与活动',
    words: [
      ...said('类型', wanted.kind && offeringKindLabels[wanted.kind]),
      ...said('状态', wanted.phase && offeringStatusLabels[wanted.phase]),
      ...searched(wanted.q, true),
    ],
    total: (await sumDeskOfferings(tx, wanted)).offerings,
    organisationId: tx.actor.kind === 'account' ? tx.actor.grants[0]?.organisationId : undefined,
    parts: (ctx) => deskOfferingParts(ctx, wanted, ROWS_AT_ONCE),
  }),
});

const columns: ListColumn<BookingItem & { readonly sessionWords: string }>[] = [
  { header: '预约号', width: 20, value: (b) => b.number },
  { header: '报名时间', width: 18, value: (b) => b.createdAt },
  { header: '参加人', value: (b) => b.attendee },
  { header: '秋季年级', width: 12, value: (b) => (b.grade === null ? '' : gradeLabel(b.grade)) },
  { header: '家长', width: 12, value: (b) => b.guardian ?? '' },
  { header: '场次', width: 30, value: (b) => b.sessionWords },
  { header: '状态', width: 12, value: (b) => bookingStatusLabels[b.status] },
  { header: '原因', width: 24, value: (b) => b.reason ?? '' },
];

/** 报名 of one offering, names masked as on the page; whole ones are in 导出名册. */
export const bookingList = exportedList({
  name: 'bookings',
  path: (query) => `/desk/offerings/${encodeURIComponent(query.get('offering') ?? '')}`,
  may: manages,
  filter: bookingFilter.omit({ page: true }).extend({ offering: recordId.catch('') }),
  columns,
  async list(tx, { offering: id, ...wanted }) {
    const offering = await getDeskOffering(tx, id);
    const { sessions, now } = offering;
    const asked = { ...wanted, page: 1 };
    const session = sessions.find((each) => each.id === wanted.session);
    return {
      title: `${offering.title}，报名`,
      words: [
        ...said('场次', session && sessionLabel(session, sessions, now)),
        ...said('状态', wanted.status && bookingStatusLabels[wanted.status]),
        ...(wanted.special ? ['只看名额外给的'] : []),
        ...searched(wanted.q, false),
      ],
      total: await countOfferingBookings(tx, offering, asked),
      organisationId: offering.organisationId,
      async *parts(ctx) {
        for await (const part of offeringBookingParts(ctx, offering, asked, ROWS_AT_ONCE))
          yield part.map((b) => ({
            ...b,
            sessionWords: sessionLabel({ ...b, title: b.session }, sessions, now),
          }));
      },
    };
  },
});
