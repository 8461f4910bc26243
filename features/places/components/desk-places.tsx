import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { sessionLabel } from '@/features/offerings/rules/session-words';
import { formatTime } from '@/lib/dates';
import type { SessionPlaces } from '../queries/where-places';
import { type LedgerRow, type PlacesLedger as Places, sumLedgers } from '../rules/ledger';
import { Ledger } from './ledger';

/** More sessions than this are summed: one panel each would be a wall. */
const APART = 3;

interface PlacesProps {
  offeringId: string;
  sessions: readonly SessionPlaces[];
  now: Date;
}

/** Where the bookings behind a line are listed. */
function hrefOf(row: LedgerRow, offeringId: string, sessionId: string | undefined): string | null {
  const base = `/desk/offerings/${offeringId}`;
  if (row.count === 0 || row.key === 'free') return null;
  if (row.key.startsWith('carve_out:')) {
    return sessionId ? `${base}/sessions/${sessionId}#kept` : `${base}/settings#sessions`;
  }
  return `${base}?status=${row.key}${sessionId ? `&session=${sessionId}` : ''}`;
}

function One({
  title,
  ledger,
  offeringId,
  sessionId,
  now,
}: {
  title: string;
  ledger: Places;
  offeringId: string;
  sessionId?: string | undefined;
  now: Date;
}) {
  const entries = ledger.rows.map((row) => {
    const href = hrefOf(row, offeringId, sessionId);
    return {
      ...row,
      label: href ? (
        <TextLink href={href} className="reach">
          {row.label}
        </TextLink>
      ) : (
        row.label
      ),
    };
  });
  return (
    <Panel title={title} note={formatTime(now)}>
      <Ledger entries={entries} />
      {ledger.overridden > 0 && (
        <p className="mt-2 border-t border-line pt-2 text-table">
          另有特批 <b>{ledger.overridden}</b> 人，不占名额。
          <TextLink
            href={`/desk/offerings/${offeringId}?special=yes${sessionId ? `&session=${sessionId}` : ''}`}
          >
            看批准单
          </TextLink>
        </p>
      )}
    </Panel>
  );
}

/** N 个名额使用情况: each place once, so that the lines add up to the capacity; one panel per session. */
export function PlacesPanel({ offeringId, sessions, now }: PlacesProps) {
  if (sessions.length === 0) return null;
  if (sessions.length > APART) {
    const ledger = sumLedgers(sessions.map((s) => s.ledger));
    const title = `${ledger.capacity} 个名额使用情况`;
    return <One title={title} ledger={ledger} offeringId={offeringId} now={now} />;
  }
  return sessions.map((s) => {
    const name = sessions.length > 1 ? `${sessionLabel(s, sessions, now)}：` : '';
    return (
      <One
        key={s.id}
        title={`${name}${s.ledger.capacity} 个名额使用情况`}
        ledger={s.ledger}
        offeringId={offeringId}
        sessionId={s.id}
        now={now}
      />
    );
  });
}

/** How many of a queue fit beside a list; all of them are on the tab. */
const SHOWN = 6;

/** 候补为什么还没轮到: each who waits with the one sentence that explains it. */
export function WhyPanel({ offeringId, sessions, now }: PlacesProps) {
  const queues = sessions.filter((s) => s.lines.length > 0);
  if (queues.length === 0) return null;
  const [queue] = queues;
  const total = queues.reduce((n, s) => n + s.lines.length, 0);
  return (
    <Panel title="候补为什么还没轮到">
      {queues.length > 1 && queue && (
        <p className="mb-1 text-ink-2">{sessionLabel(queue, sessions, now)}</p>
      )}
      <ol className="text-table">
        {queue?.lines.slice(0, SHOWN).map((line) => (
          <li key={line.id} className="border-b border-line py-2 last:border-b-0">
            <p className="flex flex-wrap gap-x-3">
              <b>{line.position ?? '·'}</b>
              <b>{line.attendee}</b>
              <span>{line.why.title}</span>
            </p>
            <p className="text-ink-2">{line.why.words}</p>
          </li>
        ))}
      </ol>
      {total > Math.min(SHOWN, queue?.lines.length ?? 0) && (
        <p className="mt-2 text-table">
          <TextLink href={`/desk/offerings/${offeringId}/waitlist`}>看全部 {total} 人</TextLink>
        </p>
      )}
    </Panel>
  );
}
