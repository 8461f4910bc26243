import { expect, it } from 'vitest';
import { proofPhoto } from './proof';
import { correctionTodos } from './todos';

it('an unsent request asks for the photo; a sent one only goes on', () => {
  const [draft, waiting] = correctionTodos([
    { id: 'a', status: 'draft', fields: ['name'] },
    { id: 'b', status: 'waiting', fields: ['name', 'document'] },
  ]);
  expect(draft).toMatchObject({ title: '更正姓名', tone: 'warning', waits: false });
  expect(draft).toMatchObject({ sub: '还差证件照片，拍好就能提交', tag: '未提交' });
  expect(waiting).toMatchObject({
    sub: '工会核对后答复您',
    tag: '核对中',
    tone: 'info',
    href: '/me/corrections/b',
  });
  expect(waiting).toMatchObject({ title: '更正姓名，证件、出生日期', waits: true });
});

it('a photo of a document may have five megabytes, as a phone without script sends it', () => {
  expect(proofPhoto.bytes / 1024 / 1024).toBe(5);
});
