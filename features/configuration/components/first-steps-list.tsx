import { ProgressBar } from '@/components/ui/step-header';
import { type Task, TaskList } from '@/components/ui/task-list';
import type { FirstStep, StepId } from '../rules/first-steps';
import type { StepPlace } from '../rules/step-places';

/** The steps of a new federation; each opens its screen and is ticked by what is there. */
export function FirstStepsList({
  steps,
  places,
}: {
  steps: readonly FirstStep[];
  places: Record<StepId, StepPlace>;
}) {
  const done = steps.filter((step) => step.done).length;
  const tasks = steps.map((step): Task => {
    const { href, by } = places[step.id];
    return {
      name: step.title,
      status: step.done ? 'done' : 'todo',
      href,
      note: by ? `${step.note}；${by}` : step.note,
    };
  });
  return (
    <div className="max-w-[760px]">
      <div className="mb-4">
        <p className="text-ink-2">
          {done === steps.length
            ? '都已完成，可以请职工来了'
            : `已完成 ${done} 步，共 ${steps.length} 步`}
        </p>
        <ProgressBar value={done} max={steps.length} />
      </div>
      <TaskList tasks={tasks} />
    </div>
  );
}
