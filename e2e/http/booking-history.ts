/** What one client was told about one call: an answer, a refusal, or nothing that it can rely on. */
export interface Call {
  readonly person: string;
  readonly do: 'book' | 'cancel';
  /** The form's one-time key; a retry of the same form carries the same. */
  readonly key: string;
  readonly said: 'ok' | 'refused' | 'unknown';
  readonly bookingId?: string;
}

/** A booking as it stands afterwards, with the lines of its history and the notices about it. */
export interface Kept {
  readonly id: string;
  readonly person: string;
  readonly status: string;
  readonly events: number;
  readonly notices: number;
  /** The number in the queue that was served, or is still waiting; null for who never waited. */
  readonly queueNo: number | null;
}

export interface Afterwards {
  readonly capacity: number;
  readonly counters: { taken: number; waiting: number };
  readonly bookings: readonly Kept[];
}

const holds = ({ status }: Kept) => status === 'booked';
const waits = ({ status }: Kept) => status === 'waitlisted';

function countingFaults({ capacity, counters, bookings }: Afterwards): string[] {
  const [taken, waiting] = [bookings.filter(holds).length, bookings.filter(waits).length];
  const served = bookings.filter((b) => holds(b) && b.queueNo !== null).map((b) => b.queueNo ?? 0);
  const first = Math.min(...bookings.filter(waits).map((b) => b.queueNo ?? 0));
  return [
    taken > capacity && `OVERBOOKED ${taken}>${capacity}`,
    (counters.taken !== taken || counters.waiting !== waiting) &&
      `counters say ${counters.taken}+${counters.waiting}, rows ${taken}+${waiting}`,
    taken < capacity && waiting > 0 && `${capacity - taken} free while ${waiting} wait`,
    served.some((no) => no > first) && `number ${first} waits behind one who came later`,
  ].filter((fault) => fault !== false);
}

/** Acknowledged = stored; stored = acknowledged or unknown; one booking and one notice per event. */
function bookingFaults(calls: readonly Call[], bookings: readonly Kept[]): string[] {
  const byId = new Map(bookings.map((b) => [b.id, b]));
  const of = (verb: Call['do'], person: string) =>
    calls.filter((c) => c.do === verb && c.person === person);
  const explains = (verb: Call['do'], b: Kept) =>
    of(verb, b.person).some(
      (c) => c.said === 'unknown' || (c.said === 'ok' && c.bookingId === b.id),
    );
  const lost = calls
    .filter(
      (c) => c.said === 'ok' && c.do === 'book' && byId.get(c.bookingId ?? '')?.person !== c.person,
    )
    .map((c) => `LOST ${c.person}: acknowledged and not stored`);
  const undone = calls
    .filter((c) => c.said === 'ok' && c.do === 'cancel')
    .filter((c) => byId.get(c.bookingId ?? '')?.status !== 'cancelled')
    .map((c) => `UNDONE ${c.person}: cancelled and still there`);
  return [
    ...lost,
    ...undone,
    ...bookings.flatMap((b) => [
      ...(explains('book', b) ? [] : [`UNASKED ${b.person}: stored, never acknowledged`]),
      ...(b.status !== 'cancelled' || explains('cancel', b) ? [] : [`TAKEN from ${b.person}`]),
      ...(b.events === b.notices ? [] : [`${b.person}: ${b.events} events, ${b.notices} notices`]),
    ]),
  ];
}

function twice(calls: readonly Call[], bookings: readonly Kept[]): string[] {
  const receipts = new Map<string, Set<string>>();
  for (const { key, said, bookingId = '' } of calls.filter((c) => c.do === 'book')) {
    if (said === 'ok') receipts.set(key, (receipts.get(key) ?? new Set()).add(bookingId));
  }
  const active = bookings.filter((b) => holds(b) || waits(b)).map((b) => b.person);
  return [
    ...[...receipts].filter(([, ids]) => ids.size > 1).map(([key]) => `TWO RECEIPTS for ${key}`),
    ...active.filter((p, at) => active.indexOf(p) !== at).map((p) => `TWICE ${p}`),
  ];
}

/** Everything in a history that cannot be: empty means valid. */
export const faultsOf = (calls: readonly Call[], after: Afterwards): string[] => [
  ...countingFaults(after),
  ...bookingFaults(calls, after.bookings),
  ...twice(calls, after.bookings),
];
