import { formatFullDay } from '@/lib/dates';
import type { OutboxNotice } from '@/lib/messaging/outbox';

interface Late {
  readonly id: string;
  /** The union. */
  readonly name: string;
  readonly dueOn: string;
  /** Past its day, or soon to be. */
  readonly late: boolean;
}

/** To whoever prepares the matters of the union: its change has to be registered by a day, or is late. */
export const changeLateNotice = (
  accountId: string,
  { id, name, dueOn, late }: Late,
): OutboxNotice => ({
  accountId,
  title: late ? `${name}变更登记已超期` : `${name}变更登记快到期`,
  body: `最迟 ${formatFullDay(dueOn)}向登记机关申请${late ? '，请尽快补办' : ''}。`,
  link: `/desk/foundings/${id}`,
  dedupeKey: `founding:${id}:${late ? 'late' : 'soon'}:${dueOn}:${accountId}`,
});
