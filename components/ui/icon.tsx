import { cx } from './cx';
import type { iconNames } from './icon-names';
import drawings from './icons.svg';

export type IconName = (typeof iconNames)[number];

interface IconProps {
  name: IconName;
  className?: string;
  /** Only where no word stands beside the icon. */
  label?: string;
}

/** A named icon of the kit. The drawings are one file that a phone fetches once; pages only point into it. */
export function Icon({ name, className, label }: IconProps) {
  const drawing = <use href={`${drawings.src}#${name}`} />;
  return label ? (
    <svg className={cx('icon', className)} role="img" aria-label={label}>
      {drawing}
    </svg>
  ) : (
    <svg className={cx('icon', className)} aria-hidden="true">
      {drawing}
    </svg>
  );
}
