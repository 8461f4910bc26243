import { Cell, CellList } from './cell-list';
import { Tag, type Tone } from './tag';

/** Something that waits for the reader: what to do, until when, where. */
export interface Todo {
  readonly key: string;
  readonly title: string;
  readonly sub: string;
  readonly tag: string;
  readonly tone: Tone;
  readonly href: string;
  /** Nothing to do: it only goes on somewhere else. */
  readonly waits?: boolean;
}

export function TodoList({ todos }: { todos: readonly Todo[] }) {
  return (
    <CellList>
      {todos.map(({ key, title, sub, tag, tone, href }) => (
        <Cell key={key} title={title} sub={sub} value={<Tag tone={tone}>{tag}</Tag>} href={href} />
      ))}
    </CellList>
  );
}
