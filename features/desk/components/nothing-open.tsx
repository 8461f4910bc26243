import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** The right side before anything is opened: opening is on record, so it is never done unasked. */
export function NothingOpen({ first, narrowed }: { first?: string; narrowed: boolean }) {
  const none = narrowed ? '这里没有可打开的' : '现在没有要办的';
  return (
    <div className="flex flex-auto items-center justify-center">
      <EmptyState
        title={first ? '从左边选一件打开' : none}
        action={first && <LinkButton href={first}>打开第一件</LinkButton>}
      >
        {first
          ? '打开后申请人不能再撤回，会记下是谁、什么时候打开。'
          : narrowed
            ? '去掉左边的筛选，看全部。'
            : '新的申请会出现在左边。'}
      </EmptyState>
    </div>
  );
}
