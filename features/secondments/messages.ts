import { messageOf } from '@/features/applications/rules/application-notice';
import { formatFullDay } from '@/lib/dates';
import type { OutboxNotice } from '@/lib/messaging/outbox';

type Notice = Omit<OutboxNotice, 'accountId'>;

interface Secondment {
  readonly id: string;
  readonly host: string;
  readonly union: string;
  /** YYYY-MM-DD */
  readonly startsOn: string;
  readonly endsOn: string;
}

const sms = messageOf('changed', {}, '您的会籍有变化，请登录查看“会员资料”。');
const wrong = (union: string) => `和您的情况不符，请联系${union}。`;

/** To the member: where and how long, and that the 会籍 stays. */
export const secondedNotice = ({ id, host, union, startsOn, endsOn }: Secondment): Notice => ({
  title: '已登记借调',
  body: `${union}登记：${formatFullDay(startsOn)}至${formatFullDay(endsOn)}借调到${host}。会籍仍在${union}，会员码照常用。${wrong(union)}`,
  link: '/me/profile',
  sms,
  dedupeKey: `secondment:${id}:entered`,
});

/** To the officers of the union that takes somebody in; says who only behind the sign-in. */
export const hostNotice = ({ id, union, startsOn }: Secondment): Notice => ({
  title: '有会员借调来',
  body: `${union}登记，${formatFullDay(startsOn)}起。会籍仍在${union}，在“借调”里看。`,
  link: '/desk/secondments',
  dedupeKey: `secondment:${id}:host`,
});

/** To the member: it ended before its time, or does not take place. */
export const secondmentEndedNotice = (
  { id, host, union }: Pick<Secondment, 'id' | 'host' | 'union'>,
  endedOn: string | null,
): Notice => ({
  title: endedOn === null ? '借调已取消' : '借调提前结束',
  body: `${union}登记：到${host}的借调${endedOn === null ? '不办了' : `到${formatFullDay(endedOn)}为止`}。${wrong(union)}`,
  link: '/me/profile',
  sms,
  dedupeKey: `secondment:${id}:ended`,
});
