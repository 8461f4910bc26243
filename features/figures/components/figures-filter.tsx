import { buttonClass } from '@/components/ui/button-style';
import { Chips } from '@/components/ui/chips';
import { offeringKinds } from '@/db/schema/enums';
import { periodOf } from '@/features/desk/rules/period';
import { rangeLabels, ranges } from '@/features/desk/schema/dashboard';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import { todayOn } from '@/lib/dates';
import type { Figures } from '../queries/read-figures';
import { divisionLabels, divisions } from '../rules/divisions';
import { figuresHref } from '../rules/figure-address';

interface SelectProps {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
}

function Select({ name, label, value, options }: SelectProps) {
  return (
    <div>
      <label htmlFor={`f-${name}`} className="mb-1 block text-table text-ink-2">
        {label}
      </label>
      <select key={value} id={`f-${name}`} name={name} defaultValue={value} className="input">
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({
  name,
  label,
  value,
  error,
}: Record<'name' | 'label' | 'value', string> & { error?: string }) {
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

/** Which period, which services, divided by what: links for the usual periods, a plain form for any other. */
export function FiguresFilter({
  figures,
  typed,
}: {
  figures: Figures;
  typed: { from: string; to: string };
}) {
  const { period, by, kind, now } = figures;
  const { refused } = period;
  const shown = refused ? typed : period;
  const error = (field: string) => (refused?.field === field ? refused.words : undefined);
  return (
    <div className="no-print mb-4 flex flex-col gap-3">
      <Chips
        label="时间"
        wrap
        chips={ranges.map((range) => {
          const each = periodOf(range, todayOn(now));
          return {
            label: rangeLabels[range],
            href: figuresHref({ ...each, kind, by }),
            current: !refused && each.from === period.from && each.to === period.to,
          };
        })}
      />
      <form method="get" action="/desk/figures" aria-label="统计范围">
        <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap bigger:grid-cols-1">
          <Day name="from" label="从" value={shown.from} error={error('from')} />
          <Day name="to" label="到" value={shown.to} error={error('to')} />
          <Select
            name="kind"
            label="服务"
            value={kind ?? ''}
            options={[
              ['', '全部'],
              ...offeringKinds.map((each) => [each, offeringKindLabels[each]] as const),
            ]}
          />
          <Select
            name="by"
            label="按什么分"
            value={by}
            options={divisions.map((each) => [each, divisionLabels[each]] as const)}
          />
          <button type="submit" className={buttonClass({ variant: 'secondary', block: false })}>
            看统计
          </button>
        </div>
        {refused && (
          <p id="f-refused" role="alert" className="mt-1 text-table text-error">
            {refused.words}
          </p>
        )}
      </form>
    </div>
  );
}
