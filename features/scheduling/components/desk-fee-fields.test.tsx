import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FeeFields } from './desk-fee-fields';

it('a fee is explained in the words that notices use, or in one’s own', () => {
  const html = renderToStaticMarkup(<FeeFields />);
  expect(html).toContain('<option value="午餐自理">');
  expect(html).toMatch(/<input[^>]*name="feeNote"/);
  expect(html).toMatch(/<input[^>]*list="fee-words"/);
});
