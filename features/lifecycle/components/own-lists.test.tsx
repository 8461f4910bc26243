import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { OwnLists } from './own-lists';

const todo = { sub: '', tag: '', tone: 'neutral', href: '/' } as const;

it('what only goes on stands under 我的进度, and 我的待办 has what asks for something', () => {
  const todos = [
    { ...todo, key: 'a', title: '看入会申请进度', waits: true },
    { ...todo, key: 'b', title: '确认名额' },
  ];
  const html = renderToStaticMarkup(<OwnLists todos={todos} first />);
  const [asks = '', progress = ''] = html.split('我的进度');
  expect(asks).toContain('我的待办');
  expect(asks).toContain('确认名额');
  expect(progress).toContain('看入会申请进度');
  expect(renderToStaticMarkup(<OwnLists todos={todos.slice(0, 1)} first />)).not.toContain(
    '我的待办',
  );
});
