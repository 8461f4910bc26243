import { cx } from './cx';

/** One drawing that comes with its page, for what must be seen without a network; all others are `Icon`. */
export function Glyph({ path, className }: { path: string; className?: string }) {
  return (
    <svg className={cx('icon', className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
