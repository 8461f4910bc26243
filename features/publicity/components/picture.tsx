import { cx } from '@/components/ui/cx';
import type { OfferingFile } from '../rules/files-by-purpose';
import { filePath } from '../rules/shared-offering';

interface PictureProps {
  file: OfferingFile;
  className?: string;
  /** Fetched once it comes into view: what lies below the first screen. */
  later?: boolean;
}

/** A picture of an offering; its room is kept while it loads, so that nothing jumps. */
export function OfferingPicture({ file, className, later }: PictureProps) {
  return (
    // biome-ignore lint/performance/noImgElement: drawn small enough when it was stored
    <img
      src={filePath(file.id)}
      alt={file.words}
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      loading={later ? 'lazy' : undefined}
      className={cx('h-auto max-w-full rounded-card bg-sunken', className)}
    />
  );
}
