import { buttonClass } from '@/components/ui/button-style';
import { offeringKinds } from '@/db/schema/enums';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import type { Figures } from '../queries/read-figures';
import { divisionLabels, divisions } from '../rules/divisions';
import { figuresHref } from '../rules/figure-address';
import { PeriodChips, PeriodDays, PeriodRefused } from './period-fields';

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

/** Which period, which services, divided by what: links for the usual periods, a plain form for any other. */
export function FiguresFilter({
  figures,
  typed,
}: {
  figures: Figures;
  typed: { from: string; to: string };
}) {
  const { period, by, kind, now } = figures;
  return (
    <div className="no-print mb-4 flex flex-col gap-3">
      <PeriodChips
        period={period}
        now={now}
        hrefOf={(each) => figuresHref({ ...each, kind, by })}
      />
      <form method="get" action="/desk/figures" aria-label="统计范围">
        <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap bigger:grid-cols-1">
          <PeriodDays period={period} typed={typed} />
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
        <PeriodRefused period={period} />
      </form>
    </div>
  );
}
