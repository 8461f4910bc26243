import { askedSides } from '@/db/schema/enums';
import type { SideName, SideStatus, TransferStatus } from './two-sides';

interface Shown {
  readonly status: TransferStatus;
  readonly from: string;
  readonly to: string;
  readonly effectiveOn: string | null;
  readonly sides: readonly {
    readonly side: SideName;
    readonly status: SideStatus;
    readonly dueOn: string | null;
    readonly desk: string;
  }[];
}

const open: readonly SideStatus[] = askedSides;

function waitingTitle(t: Shown, day: (on: string) => string): string {
  if (t.sides.some(({ status }) => status === 'refused')) return '有一边不同意，您可以申诉';
  if (t.sides.some(({ status }) => status === 'stopped')) return '原工会暂停了转出';
  const waiting = t.sides.filter(({ status }) => open.includes(status));
  const last = waiting
    .map(({ dueOn }) => dueOn)
    .filter((on) => on !== null)
    .sort()
    .at(-1);
  const until = last ? `，最晚${day(last)}` : '';
  const [only] = waiting;
  if (waiting.length > 1) return `等两边答复${until}`;
  return `就等${only?.desk ?? '工会'}${until}`;
}

/**
 * What a member reads first of a transfer: who is asked and until when, or how it ended.
 * @param day how a day (YYYY-MM-DD) is said
 */
export function progressTitle(t: Shown, day: (on: string) => string): string {
  if (t.status === 'proposed') return `${t.to}请您转会，确认了才开始`;
  if (t.status === 'done') return `${day(t.effectiveOn ?? '')}起，您是${t.to}的会员`;
  if (t.status === 'refused') return '没有转成，会籍还在原工会';
  return t.status === 'withdrawn' ? '已撤回，会籍还在原工会' : waitingTitle(t, day);
}
