import { expect, it } from 'vitest';
import { correctionTodos } from './todos';

it('an unsent request asks for the photo; a sent one only goes on', () => {
  const [draft, waiting] = correctionTodos([
    { id: 'a', status: 'draft', fields: ['name'] },
    { id: 'b', status: 'waiting', fields: ['name', 'document'] },
  ]);
  expect(draft).toMatchObject({ title: '更正姓名', tone: 'warning', waits: false });
  expect(waiting).toMatchObject({ title: '更正姓名，证件、出生日期', waits: true });
});
