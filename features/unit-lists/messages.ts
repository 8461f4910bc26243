import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
  when,
} from '@/features/bookings/rules/booking-notice';
import { formatDateTime } from '@/lib/dates';
import { unstopped } from '@/lib/text';

/** The union has named a worker: the place is held until she says yes herself. */
export const namedNotice = (
  b: NoticeFacts,
  named: { by: string; until: Date; now: Date },
): BookingNotice =>
  bookingNotice(b, 'named', {
    title: `${named.by}为您报了名，请确认：${b.title}`,
    body: `${b.session}，${when(b, named.now)}。名额为您留到${formatDateTime(named.until, named.now)}，不去请点放弃。`,
    sms: `${named.by}为您报了名，预约号${b.number}，请在${formatDateTime(named.until, named.now)}前登录确认。`,
  });

export const namedWaitingNotice = (b: NoticeFacts, by: string): BookingNotice =>
  bookingNotice(b, 'named_waiting', {
    title: `${by}为您报了名，正在候补：${b.title}`,
    body: `${b.session}已满。有人放弃会按名单顺序补上，补上再请您确认。不想去可以退出候补。`,
  });

/** The list was taken back as a whole. */
export const listUndoneNotice = (b: NoticeFacts, by: string, reason: string): BookingNotice =>
  bookingNotice(b, 'list_undone', {
    title: `单位撤回了报名：${b.title}`,
    body: `${by}撤回了这份名单，原因：${unstopped(reason)}。您的${b.number}已取消，不用再操作。`,
    sms: `${by}撤回了报名名单，预约${b.number}已取消，原因请登录查看。`,
  });

/** The union asks once more for the answer; each time is a notice of its own. */
export function askAgainNotice(
  b: NoticeFacts,
  named: { by: string; until: Date; now: Date; before: number },
): BookingNotice {
  const until = formatDateTime(named.until, named.now);
  const notice = bookingNotice(b, 'named', {
    title: `${named.by}提醒您确认：${b.title}`,
    body: `${b.session}，${when(b, named.now)}。名额只留到${until}，不去请点放弃。`,
    sms: `${named.by}提醒您：预约号${b.number}请在${until}前登录确认。`,
  });
  return { ...notice, dedupeKey: `${notice.dedupeKey}:again_${named.before + 1}` };
}

/** The union sends somebody else. Says nothing of who it is. */
export const replacedNotice = (b: NoticeFacts, by: string, reason: string): BookingNotice =>
  bookingNotice(b, 'replaced', {
    title: `单位换了人：${b.title}`,
    body: `${by}把这个名额换给了别人，原因：${unstopped(reason)}。您的${b.number}已取消，不用再操作。有疑问请问${by}。`,
    sms: `${by}把预约${b.number}换给了别人，原因请登录查看。`,
  });

/** To somebody whom the union named and who is not its member; says nothing of what it is for. */
export const unitInvitation = (union: string, link: string) => ({
  template: 'unit_invitation',
  params: { union },
  text: `${union}想为您报名工会服务，请先入会${link ? `：${link}` : '，登录办理'}。`,
});
