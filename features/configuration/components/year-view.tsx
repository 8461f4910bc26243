import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Tag } from '@/components/ui/tag';
import { formatDay } from '@/lib/dates';
import { removeHolidayAction } from '../actions';
import type { Holiday } from '../queries/holidays';

const monthOf = (on: string) => Number(on.slice(5, 7));
const months = Array.from({ length: 12 }, (_, n) => n + 1);

function Day({ day }: { day: Holiday }) {
  return (
    <li className="flex min-h-target items-center gap-x-2">
      <span className="min-w-0 flex-auto">
        {formatDay(day.on, day.on)}
        <span className="ml-2 text-meta text-ink-3">{day.name.replace('调休上班', '')}</span>
      </span>
      <Tag tone={day.kind === 'off' ? 'success' : 'warning'}>
        {day.kind === 'off' ? '休' : '班'}
      </Tag>
      <Form action={removeHolidayAction} aria-label={`删除 ${day.on}`}>
        <input type="hidden" name="on" value={day.on} />
        <SubmitButton
          variant="text"
          small
          block={false}
          pendingText="…"
          className="whitespace-nowrap"
        >
          删除<span className="visually-hidden"> {day.on}</span>
        </SubmitButton>
      </Form>
    </li>
  );
}

/** A year by months: days off and worked weekends; everything else follows the week. */
export function YearView({ days, year }: { days: readonly Holiday[]; year: number }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {months.map((month) => {
        const here = days.filter(({ on }) => monthOf(on) === month);
        return (
          <section
            key={month}
            aria-label={`${year}年${month}月`}
            className="rounded-card border border-line bg-surface px-4 py-3"
          >
            <h2 className="mb-1">{month}月</h2>
            {here.length === 0 ? (
              <p className="text-meta text-ink-3">按周一至周五上班</p>
            ) : (
              <ul className="lines">
                {here.map((day) => (
                  <Day key={day.on} day={day} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
