import type { OfflineList } from '../../queries/offline-list';

/** A scan that waits for the network. Of a known code only the booking's id is kept, never the code. */
export interface WaitingScan {
  readonly id: string;
  readonly sessionId: string;
  readonly at: string;
  readonly code?: string;
  readonly bookingId?: string;
}

/** Two databases: lists go at sign-out (sw.js), scans that were not sent yet must not. */
const LISTS = 'lianxin-door-lists';
const QUEUE = 'lianxin-door-queue';
const keyOf: Record<string, string> = { [LISTS]: 'sessionId', [QUEUE]: 'id' };

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function within<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('rows', { keyPath: keyOf[name] });
  };
  const db = await answered(opening);
  try {
    return await answered(work(db.transaction('rows', mode).objectStore('rows')));
  } finally {
    db.close();
  }
}

export const keepList = (list: OfflineList) => within(LISTS, 'readwrite', (s) => s.put(list));
export const listOf = (sessionId: string): Promise<OfflineList | undefined> =>
  within(LISTS, 'readonly', (s) => s.get(sessionId));
export const keepScan = (scan: WaitingScan) => within(QUEUE, 'readwrite', (s) => s.put(scan));
export const dropScan = (id: string) => within(QUEUE, 'readwrite', (s) => s.delete(id));
export const waitingScans = (): Promise<WaitingScan[]> =>
  within(QUEUE, 'readonly', (s) => s.getAll());

/** A list is worth nothing after its last day, so it goes when any check-in page is opened. */
export async function dropOldLists(today: string): Promise<void> {
  const lists: OfflineList[] = await within(LISTS, 'readonly', (s) => s.getAll());
  for (const { sessionId, days, madeAt } of lists) {
    const last = days[days.length - 1] ?? '';
    const isOld = madeAt.slice(0, 10) < today && !days.includes(today);
    if (last < today || isOld) await within(LISTS, 'readwrite', (s) => s.delete(sessionId));
  }
}
