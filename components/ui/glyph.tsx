import { cx } from './cx';

interface GlyphProps {
  path: string;
  className?: string;
  /** Only where no word stands beside the drawing. */
  label?: string;
}

/** One drawing. Client leaves use this with their own path, so the whole set stays on the server. */
export function Glyph({ path, className, label }: GlyphProps) {
  return label ? (
    <svg className={cx('icon', className)} viewBox="0 0 24 24" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  ) : (
    <svg className={cx('icon', className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
