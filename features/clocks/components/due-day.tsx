import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import { silenceMeant } from '@/lib/calendar/clock-terms';
import { formatDay } from '@/lib/dates';
import type { ClockView } from '../queries/find-clock';

/**
 * 「12月7日（周一）前答复」, 暂定 where a table of holidays is still missing, and the sum behind the day in a fold
 * that opens without script. Nothing once the deadline is over.
 * @param verb what is to be done by then: 答复, 办结; left out where the day is said already
 */
export function DueDay({
  clock,
  today,
  verb,
  className = '',
}: {
  clock: ClockView | null;
  today: string;
  verb?: string;
  className?: string;
}) {
  if (!clock || clock.state === 'ended') return null;
  const { dueOn, provisional, sum, silence } = clock;
  const day =
    dueOn === null ? '期限暂停' : verb === undefined ? '' : `${formatDay(dueOn, today)}前${verb}`;
  return (
    <details className={`text-secondary text-ink-2 ${className}`}>
      <summary className="inline-flex min-h-target cursor-pointer flex-wrap items-center gap-x-2">
        {day && <span>{day}</span>}
        {provisional && <Tag tone="warning">暂定</Tag>}
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          {day ? '怎么算的' : '期限怎么算的'}
          <Icon name="chevron-down" className="turns !size-[16px] text-ink-3" />
        </span>
      </summary>
      <ul className="mt-1 list-disc pl-5">
        {sum.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {silenceMeant[silence] && <li>{silenceMeant[silence]}</li>}
      </ul>
    </details>
  );
}
