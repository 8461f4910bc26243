import { Chips } from '@/components/ui/chips';
import { type Period, periodOf } from '@/features/desk/rules/period';
import { rangeLabels, ranges } from '@/features/desk/schema/dashboard';
import { todayOn } from '@/lib/dates';
import type { AskedPeriod } from '../rules/asked-period';
import { quartersOf } from '../rules/quarters';

interface ChipsProps {
  period: AskedPeriod;
  now: Date;
  hrefOf: (period: Period) => string;
}

/** The usual periods and the quarters of the year that is shown, each a link to the same page. */
export function PeriodChips({ period, now, hrefOf }: ChipsProps) {
  const today = todayOn(now);
  const chip = (label: string, each: Period) => ({
    label,
    href: hrefOf(each),
    current: !period.refused && each.from === period.from && each.to === period.to,
  });
  return (
    <>
      <Chips
        label="时间"
        wrap
        chips={ranges.map((range) => chip(rangeLabels[range], periodOf(range, today)))}
      />
      <Chips
        label="季度"
        wrap
        chips={quartersOf(period.to.slice(0, 4), today).map((each) => chip(each.label, each))}
      />
    </>
  );
}

function Day({
  name,
  label,
  value,
  error,
}: Record<'name' | 'label' | 'value', string> & { error: boolean }) {
  return (
    <div>
      <label htmlFor={`f-${name}`} className="mb-1 block text-table text-ink-2">
        {label}
      </label>
      <input
        key={value}
        id={`f-${name}`}
        type="date"
        name={name}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'f-refused' : undefined}
        className="input"
      />
    </div>
  );
}

interface DaysProps {
  period: AskedPeriod;
  typed: { readonly from: string; readonly to: string };
}

/** First and last day, as typed where they were refused. */
export function PeriodDays({ period, typed }: DaysProps) {
  const { refused } = period;
  const shown = refused ? typed : period;
  return (
    <>
      <Day name="from" label="从" value={shown.from} error={refused?.field === 'from'} />
      <Day name="to" label="到" value={shown.to} error={refused?.field === 'to'} />
    </>
  );
}

/** Why the typed days are not shown, below the form. */
export function PeriodRefused({ period: { refused } }: { period: AskedPeriod }) {
  if (!refused) return null;
  return (
    <p id="f-refused" role="alert" className="mt-1 text-table text-error">
      {refused.words}
    </p>
  );
}
