import { Section } from '@/components/ui/card';
import { type Todo, TodoList } from '@/components/ui/todo-list';

/** What asks for something first, and apart from it what only goes on. */
export function OwnLists({ todos, first }: { todos: readonly Todo[]; first: boolean }) {
  const lists = [
    { title: '我的待办', todos: todos.filter((todo) => !todo.waits) },
    { title: '我的进度', todos: todos.filter((todo) => todo.waits) },
  ].filter((list) => list.todos.length > 0);
  return lists.map((list, at) => (
    <Section key={list.title} title={list.title} className={first && at === 0 ? undefined : 'mt-6'}>
      <TodoList todos={list.todos} />
    </Section>
  ));
}
