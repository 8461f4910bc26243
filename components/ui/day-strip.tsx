import { AppLink } from './app-link';
import { cx } from './cx';

/** Days side by side: 周一 6/22. */
export function DayStrip({
  days,
  label,
}: {
  days: readonly { href: string; top: string; bottom: string; current?: boolean; off?: boolean }[];
  label: string;
}) {
  return (
    <nav aria-label={label}>
      <ul className="no-scrollbar -mx-gutter flex gap-2 overflow-x-auto px-gutter pb-1">
        {days.map((day) => (
          <li key={day.href}>
            <AppLink
              href={day.href}
              aria-current={day.current ? 'date' : undefined}
              className={cx(
                'block min-h-[60px] min-w-[60px] rounded-card border px-2 py-[6px] text-center leading-snug no-underline',
                day.current
                  ? 'border-ink bg-ink text-white'
                  : 'border-line-strong bg-surface text-ink',
                day.off && 'bg-transparent text-ink-3',
              )}
            >
              <span className="block text-meta">{day.top}</span>
              <b>{day.bottom}</b>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
