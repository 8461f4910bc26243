import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type ResultTone = 'success' | 'warning' | 'error' | 'neutral';

const icons: Record<ResultTone, IconName> = {
  success: 'check-circle',
  warning: 'clock',
  error: 'close-circle',
  neutral: 'info',
};
const tones: Record<ResultTone, string> = {
  success: 'text-success',
  warning: 'text-warning',
  error: 'text-error',
  neutral: 'text-ink-2',
};

interface ResultPageProps {
  tone?: ResultTone;
  icon?: IconName;
  title: ReactNode;
  /** The receipt number, large enough for a screenshot. */
  reference?: ReactNode;
  children?: ReactNode;
  /** One or two buttons. */
  actions?: ReactNode;
  /** Its heading, when the page has an h1 of its own. */
  level?: 1 | 2 | 3;
}

/** Big icon, what happened, what comes next, two buttons. */
export function ResultPage({
  tone = 'success',
  icon,
  title,
  reference,
  children,
  actions,
  level = 1,
}: ResultPageProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="pt-8 pb-2 text-center">
      <Icon name={icon ?? icons[tone]} className={`!size-16 [stroke-width:1.25] ${tones[tone]}`} />
      <Heading className="mt-3 text-h1">{title}</Heading>
      {reference && <p className="mt-4 text-display font-semibold">{reference}</p>}
      {children && <div className="mx-auto mt-2 max-w-[24em] text-ink-2">{children}</div>}
      {actions && <div className="mt-6">{actions}</div>}
    </div>
  );
}
