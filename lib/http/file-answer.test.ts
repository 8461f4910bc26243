import { expect, it } from 'vitest';
import { fileAnswer, spreadsheetFile } from './file-answer';

const headersOf = (file: Parameters<typeof fileAnswer>[0]) =>
  Object.fromEntries(fileAnswer(file).headers);

it('a file of one person is kept by no cache and saved under both of its names', () => {
  const file = spreadsheetFile({ name: '名册.xlsx', content: Buffer.from('x') });
  expect(headersOf(file)).toEqual({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent('名册.xlsx')}`,
    'cache-control': 'private, no-store',
  });
});

it('a file for anyone may be kept for a while, and without a name is not offered for saving', () => {
  const icon = { content: '<svg/>', type: 'image/svg+xml', forAnyone: true };
  expect(headersOf(icon)).toEqual({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=300',
  });
});

it('a file shown in its page is inline', async () => {
  const shown = { content: 'list', type: 'text/plain', name: 'list.txt', inline: true };
  expect(headersOf(shown)['content-disposition']).toBe('inline; filename="list.txt"');
  expect(await fileAnswer(shown).text()).toBe('list');
});
