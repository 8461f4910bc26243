import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './icon';

type NoticeTone = 'neutral' | 'info' | 'warning' | 'success' | 'error';

const looks: Record<NoticeTone, { box: string; icon: string; name: IconName }> = {
  neutral: { box: 'bg-neutral-50', icon: 'text-neutral', name: 'info' },
  info: { box: 'bg-info-50', icon: 'text-info', name: 'info' },
  warning: { box: 'bg-warning-50', icon: 'text-warning', name: 'warning' },
  success: { box: 'bg-success-50', icon: 'text-success', name: 'check-circle' },
  error: { box: 'bg-error-50', icon: 'text-error', name: 'warning' },
};

interface NoticeProps {
  tone?: NoticeTone;
  icon?: IconName;
  children: ReactNode;
  className?: string;
  /** Read out at once when it appears. */
  live?: boolean;
}

/** One sentence that changes what the reader does. */
export function Notice({ tone = 'neutral', icon, children, className, live }: NoticeProps) {
  const look = looks[tone];
  return (
    <div
      role={live ? 'status' : undefined}
      className={cx(
        'flex rounded-card py-3 pr-4 pl-3 text-secondary desk:py-2',
        look.box,
        className,
      )}
    >
      <Icon name={icon ?? look.name} className={cx('mt-[2px] mr-2', look.icon)} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
