import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { cx } from './cx';
import { Icon, type IconName } from './icon';
import { Title } from './title';

/** Rows in one white card with inset hairlines. */
export function CellList({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <ul className={cx('rows rounded-card border border-line bg-surface', className)}>{children}</ul>
  );
}

interface CellProps {
  title: ReactNode;
  sub?: ReactNode;
  /** Right side: a short value or a tag. */
  value?: ReactNode;
  icon?: IconName;
  /** Stands before the title instead of an icon (a date). */
  lead?: ReactNode;
  href?: string;
}

/** One row: 左标签 右值 ›. With `href` the whole row is the link. */
export function Cell({ title, sub, value, icon, lead, href }: CellProps) {
  // A tag or a count at the end says enough; the arrow would only take its room.
  const arrow = href && (value === undefined || (typeof value === 'string' && !lead));
  const inside = (
    <>
      {icon && <Icon name={icon} className="text-ink-2" />}
      {lead}
      <span className="min-w-0 flex-auto xlarge:flex-[1_1_50%]">
        <span className="block">{typeof title === 'string' ? <Title>{title}</Title> : title}</span>
        {sub && <span className="block text-secondary text-ink-2">{sub}</span>}
      </span>
      {value !== undefined && (
        <span
          className={cx(
            // One line stands right; more lines read from the left.
            'flex flex-initial justify-end text-ink-2 xlarge:order-last xlarge:basis-full xlarge:justify-start',
            lead ? 'xlarge:pl-[calc(2.75em+12px)]' : null,
          )}
        >
          <span className="min-w-0">{value}</span>
        </span>
      )}
      {arrow && <Icon name="chevron-right" className="-mr-1 !size-4 text-ink-3 xlarge:!size-6" />}
    </>
  );
  return (
    <li>
      {href ? (
        <AppLink href={href} className="cell no-underline">
          {inside}
        </AppLink>
      ) : (
        <div className="cell">{inside}</div>
      )}
    </li>
  );
}

/** Facts as 左标签 右值 (时间, 地点, 费用). */
export function FactList({
  facts,
  className,
}: {
  facts: readonly { label: ReactNode; value: ReactNode }[];
  className?: string;
}) {
  return (
    <dl className={cx('rows rounded-card border border-line bg-surface', className)}>
      {facts.map((fact, at) => (
        <div key={at} className="cell">
          <dt className="flex-none text-ink-2">{fact.label}</dt>
          {/* One line stands right; more lines read from the left. */}
          <dd className="flex min-w-0 flex-auto justify-end xlarge:justify-start">
            <span className="min-w-0">{fact.value}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Day and month before an event: 20 周六. */
export function DateLead({ top, bottom }: { top: ReactNode; bottom: ReactNode }) {
  return (
    <span className="min-w-[2.75em] flex-none text-center leading-tight">
      <b className="block text-h2 leading-tight">{top}</b>
      <span className="text-meta text-ink-3">{bottom}</span>
    </span>
  );
}
