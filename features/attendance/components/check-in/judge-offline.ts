import type { OfflineList, OpenedLine } from '../../queries/offline-list';
import { readCode } from '../../rules/code';
import type { ScanTone } from '../../rules/result';
import { keysOf, openLine } from './code-keys';
import type { WaitingScan } from './door-store';

export interface Shown {
  readonly tone: ScanTone;
  readonly title: string;
  readonly next: string;
  readonly name?: string;
  readonly tail?: string;
}

/** What the device may say alone, and what it keeps to send; null when there is nothing to send. */
export interface OfflineVerdict {
  readonly shown: Shown;
  readonly keep: Pick<WaitingScan, 'code' | 'bookingId'> | null;
}

const noted: Shown = {
  tone: 'amber',
  title: '已记下，待核对',
  next: '现在没有网络，联网后自动核对。请先看对方的证件。',
};

async function lineOf(list: OfflineList, token: string): Promise<OpenedLine | null> {
  const { id, key } = await keysOf(token, list.salt);
  const line = list.lines.find((one) => one.id === id);
  return line ? (JSON.parse(await openLine(line, key)) as OpenedLine) : null;
}

const timeOf = (iso: string) => new Date(iso).toTimeString().slice(0, 5);

/**
 * Judges a code without network. A booking's code that opens a line of the list is genuine, because
 * nothing else could; member cards change every minute and cannot be on a list, so they are only noted.
 * @param seen arrivals this device knows of since the list was made: booking id → ISO time
 */
export async function judgeOffline(
  code: string,
  list: OfflineList | undefined,
  seen: ReadonlyMap<string, string>,
  today: string,
): Promise<OfflineVerdict> {
  const read = readCode(code);
  if (read.type === 'foreign') {
    const words = { title: '不是预约码', next: '请对方打开“我的预约”或“会员码”。' };
    return { shown: { tone: 'red', ...words }, keep: null };
  }
  if (read.type !== 'booking' || !list) return { shown: noted, keep: { code } };
  const line = await lineOf(list, read.token);
  if (!line) {
    const next = `名单是 ${timeOf(list.madeAt)} 存下的，之后的报名要联网才能核对。`;
    return { shown: { tone: 'red', title: '不在名单', next }, keep: { code } };
  }
  const { bookingId, name, tail } = line;
  if (!list.days.includes(today)) {
    const words = { title: '今天没有课', next: '请对方核对上课日期。' };
    return { shown: { tone: 'red', ...words, name, tail }, keep: null };
  }
  const came = seen.get(bookingId) ?? line.at;
  if (came) {
    const words = { title: `已签到 ${timeOf(came)}`, next: '不用再签。' };
    return { shown: { tone: 'amber', ...words, name, tail }, keep: { bookingId } };
  }
  const words = { title: '通过', next: '没有网络，已记在本机。请核对姓名和证件尾号。' };
  return { shown: { tone: 'green', ...words, name, tail }, keep: { bookingId } };
}
