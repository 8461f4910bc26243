import { FactList } from '@/components/ui/cell-list';
import type { Fact } from '@/components/ui/fact';
import { KeptPieces } from '@/components/ui/kept-pieces';
import { cancelWords } from '@/features/bookings/rules/booking';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionTimes } from '@/features/offerings/rules/times';
import { remindersOf } from '@/features/offerings/schema/offering';
import { VenuePlace } from '@/features/venues/components/venue-place';
import { todayOn } from '@/lib/dates';
import { formatMoney } from '@/lib/format';
import { portal } from '@/lib/portal/portal';
import type { OfferingPage } from '../queries/offering-page';
import { reminderWords } from '../rules/reminder';
import { drawFacts } from './drawn-places';

function when(offering: OfferingPage): React.ReactNode {
  const [first] = offering.sessions;
  if (!first) return offering.isPlanned ? '已结束' : '场次待定';
  const last = offering.sessions.at(-1) ?? first;
  const one = sessionTimes(timedOf(first), offering.now);
  if (offering.sessions.length > 1 && todayOn(first.startsAt) === todayOn(first.endsAt)) {
    const end = sessionTimes(timedOf(last), offering.now);
    const span = one.days === end.days ? one.days : `${one.days} 至 ${end.days}`;
    return `${span}，共 ${offering.sessions.length} 场`;
  }
  return (
    <>
      {one.days}
      {one.hours && (
        <>
          <br />
          <KeptPieces text={one.hours} />
        </>
      )}
    </>
  );
}

function fee(details: Record<string, unknown>): string {
  const fen = typeof details.feeFen === 'number' ? details.feeFen : 0;
  const note = typeof details.feeNote === 'string' ? details.feeNote : '';
  return [fen === 0 ? '免费' : formatMoney(fen), note].filter(Boolean).join('，');
}

/** Each venue of the register once, with its address and the way there. */
function venuesOf(sessions: OfferingPage['sessions']): Fact[] {
  const { region } = portal();
  const named = new Map(
    sessions.flatMap(({ place, venue }) => (venue ? [[venue.name, { place, venue }]] : [])),
  );
  if (named.size === 0) return [];
  const one = named.size === 1 && new Set(sessions.map((s) => s.place)).size === 1;
  const value = [...named.values()].map(({ place, venue }) => (
    <span key={venue.name} className="block">
      <VenuePlace place={one ? place : venue.name} venue={venue} region={region} />
    </span>
  ));
  return [{ label: '地点', value }];
}

/** What everyone wants to know first; `special` are the facts of the kind. */
export function OfferingFactList({
  offering,
  special,
}: {
  offering: OfferingPage;
  special: readonly Fact[];
}) {
  const [first] = offering.sessions;
  const bring = typeof offering.details.bring === 'string' ? offering.details.bring : '';
  const facts: Fact[] = [
    { label: '时间', value: when(offering) },
    ...venuesOf(offering.sessions),
    ...special,
    ...drawFacts(offering),
    { label: '费用', value: fee(offering.details) },
  ];
  if (bring) facts.push({ label: '要带', value: bring });
  if (first) {
    const [only] = offering.sessions.length === 1 ? offering.sessions : [];
    const words = only
      ? cancelWords(only.startsAt, offering.cancelHours, offering.now)
      : `开始前 ${offering.cancelHours} 小时可以取消`;
    facts.push({ label: '取消', value: words });
  }
  facts.push({ label: '提醒', value: reminderWords[remindersOf(offering.details)] });
  facts.push({ label: '组织', value: offering.organiser });
  return <FactList facts={facts} />;
}
