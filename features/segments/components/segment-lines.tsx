import { Notice } from '@/components/ui/notice';
import type { SegmentLine } from '../rules/segment-words';

const indent = ['', 'pl-0', 'pl-5', 'pl-10', 'pl-[60px]'];

/** A definition in words, deeper ones further in. */
export function SegmentLines({ lines }: { lines: readonly SegmentLine[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <li key={i} className={indent[line.level]}>
          {line.level > 1 && <span aria-hidden="true">· </span>}
          {line.words}
        </li>
      ))}
    </ul>
  );
}

/** What of a definition points at something gone, a sentence each. */
export function SegmentProblems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="warning">
      {problems.map((problem) => (
        <p key={problem}>{problem}。</p>
      ))}
    </Notice>
  );
}
