import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { OwnLists } from './own-lists';

it('what only goes on stands under 我的进度, and 我的待办 has what asks for something', () => {
  const todos = [
    { title: '看入会申请进度', href: '/applications/1', waits: true },
    { title: '确认名额', href: '/me/bookings/1' },
  ];
  const html = renderToStaticMarkup(<OwnLists todos={todos} first />);
  const [todo = '', progress = ''] = html.split('我的进度');
  expect(todo).toContain('我的待办');
  expect(todo).toContain('确认名额');
  expect(progress).toContain('看入会申请进度');
  expect(renderToStaticMarkup(<OwnLists todos={todos.slice(0, 1)} first />)).not.toContain(
    '我的待办',
  );
});
