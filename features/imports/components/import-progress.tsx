import { formatCount } from '@/lib/format';
import type { ImportView } from '../queries/import-view';
import { importStatusLabels } from '../rules/import-words';

/** How far a job has come: of the rows of the file, or of those it writes or takes back. */
export function importProgress({ status, states, notes, wanted }: ImportView) {
  const looked = states.reviewed + states.written + states.left;
  const done = states.written + states.left;
  const rest = wanted.made + wanted.changed;
  if (status === 'checking') return { done: Math.min(looked, notes.rows), of: notes.rows };
  if (status === 'writing') return { done, of: done + rest };
  const back = states.taken_back + states.stayed + states.failed;
  return { done: back, of: back + states.written };
}

/** A job at work: its bar, and that the page may be left. */
export function ImportProgress({ view }: { view: ImportView }) {
  const { done, of } = importProgress(view);
  return (
    <div className="mb-4">
      <p role="status" className="font-semibold">
        {`${importStatusLabels[view.status]}：${formatCount(done)} / ${formatCount(of)} 行`}
      </p>
      <progress
        max={Math.max(of, 1)}
        value={done}
        aria-label="进度"
        className="mt-2 h-2 w-full max-w-[560px] accent-ink"
      />
      <p className="mt-1 text-ink-2">可以离开这一页，系统会接着办完。</p>
    </div>
  );
}
