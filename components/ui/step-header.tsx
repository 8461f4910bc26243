/** 第 2 步，共 5 步 with a thin bar. */
export function StepHeader({ step, total }: { step: number; total: number }) {
  return (
    <div className="mb-5">
      <p className="text-secondary text-ink-2">
        第 {step} 步，共 {total} 步
      </p>
      <ProgressBar value={step} max={total} />
    </div>
  );
}

/** A thin bar that repeats what the words beside it say. */
export function ProgressBar({ value, max }: { value: number; max: number }) {
  const width = `${Math.round((100 * value) / Math.max(1, max))}%`;
  return (
    <div aria-hidden className="mt-2 h-1 overflow-hidden rounded-[2px] bg-track">
      <div className="h-full rounded-[2px] bg-ink" style={{ width }} />
    </div>
  );
}
