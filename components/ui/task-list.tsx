import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { Tag } from './tag';

export type TaskStatus = 'done' | 'started' | 'todo' | 'locked';

export interface Task {
  name: ReactNode;
  status: TaskStatus;
  href?: string;
  /** Why it is locked, or what was answered. */
  note?: ReactNode;
}

const statusWords: Record<TaskStatus, ReactNode> = {
  done: '已完成',
  started: <Tag tone="info">填写中</Tag>,
  todo: <Tag>未开始</Tag>,
  locked: <Tag tone="outline">暂不能填写</Tag>,
};

/** Sections of a form with 未开始 / 填写中 / 暂不能填写 as tags and 已完成 as plain text. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {tasks.map((task, at) => {
        const row = (
          <>
            <span className="flex-[1_1_9em]">
              <span className={task.href ? 'link' : 'text-ink-3'}>{task.name}</span>
              {task.note && <span className="block text-secondary text-ink-2">{task.note}</span>}
            </span>
            <span className="text-secondary text-ink-2">{statusWords[task.status]}</span>
          </>
        );
        const look =
          'flex min-h-16 flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-3';
        return (
          <li key={at} className="border-line not-first:border-t">
            {task.href ? (
              <AppLink href={task.href} className={`${look} text-ink no-underline`}>
                {row}
              </AppLink>
            ) : (
              <div className={look}>{row}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
