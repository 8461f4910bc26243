'use client';
import { cx } from '@/components/ui/cx';
import { Glyph } from '@/components/ui/glyph';
import type { Shown } from './judge-offline';

const looks = {
  green: { ground: 'bg-success', path: 'M4 12.5l5 5L20 6.5' },
  amber: { ground: 'bg-warning', path: 'M12 7v5.5l3.5 2M12 3a9 9 0 1 0 .01 0z' },
  red: { ground: 'bg-error', path: 'M6 6l12 12M18 6L6 18' },
} as const;

/** The answer over the whole screen: colour, sign and words say the same. The focus stays in the field. */
export function ResultScreen({ shown, onNext }: { shown: Shown; onNext: () => void }) {
  const { ground, path } = looks[shown.tone];
  return (
    <div
      role="alert"
      data-tone={shown.tone}
      className={cx(
        'fixed inset-0 z-50 flex flex-col items-center justify-center gap-3 px-6 text-center text-white',
        ground,
      )}
    >
      <Glyph path={path} className="!size-24 [stroke-width:1.75]" />
      <p className="text-figure font-bold">{shown.title}</p>
      {shown.name && (
        <p className="text-display font-semibold">
          {shown.name}
          {shown.tail && <span className="ml-4 whitespace-nowrap">尾号 {shown.tail}</span>}
        </p>
      )}
      <p className="max-w-[22em] text-h3">{shown.next}</p>
      <button
        type="button"
        onClick={onNext}
        className="mt-4 min-h-[60px] w-full max-w-[320px] rounded-input border-2 border-white bg-transparent px-6 text-h2 font-semibold text-white"
      >
        下一位
      </button>
    </div>
  );
}
