import { FactList } from '@/components/ui/cell-list';
import { formatMoney } from '@/lib/format';
import type { OfferingPage } from '../queries/offering-page';
import { cancelWords } from '../rules/booking';
import { sessionTimes } from '../rules/times';
import { drawFacts } from './draw/drawn-places';
import type { Fact } from './fact';

function when(offering: OfferingPage): React.ReactNode {
  const [first] = offering.sessions;
  if (!first) return '场次待定';
  const last = offering.sessions.at(-1) ?? first;
  const one = sessionTimes(
    { startsAt: first.startsAt, endsAt: first.endsAt, weekdays: first.details.weekdays },
    offering.now,
  );
  if (offering.sessions.length > 1 && first.details.weekdays.length === 0) {
    const end = sessionTimes({ ...last, weekdays: [] }, offering.now);
    const span = one.days === end.days ? one.days : `${one.days} 至 ${end.days}`;
    return `${span}，共 ${offering.sessions.length} 场`;
  }
  return (
    <>
      {one.days}
      {one.hours && (
        <>
          <br />
          {one.hours}
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

/** What everyone wants to know first; `special` are the facts of the kind. */
export function OfferingFacts({
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
    ...special,
    ...drawFacts(offering),
    { label: '费用', value: fee(offering.details) },
  ];
  if (bring) facts.push({ label: '要带', value: bring });
  if (first) {
    const words =
      offering.sessions.length > 1
        ? `开始前 ${offering.cancelHours} 小时可以取消`
        : cancelWords(first.startsAt, offering.cancelHours, offering.now);
    facts.push({ label: '取消', value: words });
  }
  facts.push({ label: '组织', value: offering.organiser });
  return <FactList facts={facts} />;
}
