import { formatDay } from '@/lib/dates';
import { type ApplicationStatus, statusLabels } from './transitions';

interface Case {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly unionName: string | null;
  readonly dueOn: string | null;
}

/** What a worker's own applications ask of them, most pressing first; what is over asks nothing. */
export function applicationTodos(cases: readonly Case[], today: string) {
  const sentBack = cases
    .filter((c) => c.status === 'sent_back')
    .map((c) => ({
      key: c.id,
      title: '补正入会申请',
      sub: `${c.unionName ?? '工会'}已写明要改的地方`,
      tag: '需补正',
      tone: 'warning' as const,
      href: `/applications/${c.id}`,
    }));
  const drafts = cases
    .filter((c) => c.status === 'draft')
    .map((c) => ({
      key: c.id,
      title: '接着填入会申请',
      sub: '填过的内容都在',
      tag: '填写中',
      tone: 'info' as const,
      href: '/join',
    }));
  const waiting = cases
    .filter((c) => c.status === 'submitted' || c.status === 'in_review')
    .map((c) => ({
      key: c.id,
      title: '入会申请',
      sub: c.dueOn ? `${formatDay(c.dueOn, today)}前答复` : '正在核对',
      tag: statusLabels[c.status],
      tone: 'info' as const,
      href: `/applications/${c.id}`,
      waits: true,
    }));
  return [...sentBack, ...drafts, ...waiting];
}

/** A 转会 request that waits for the union's answer. */
export const transferTodo = (transfer: { number: string; unionName: string }) => ({
  key: transfer.number,
  title: '转会登记',
  sub: `${transfer.unionName}核对后打电话告诉您`,
  tag: '核对中',
  tone: 'info' as const,
  href: '/join/transfer',
  waits: true,
});
