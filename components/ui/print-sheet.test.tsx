import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PrintSheet } from './print-sheet';

it('an A4 form is whole on a phone: half as large, in a frame that scrolls, and full in print', () => {
  const html = renderToStaticMarkup(<PrintSheet title="入会申请书">内容</PrintSheet>);
  expect(html).toMatch(/<section[^>]*class="[^"]*overflow-x-auto/);
  expect(html).toMatch(/<article class="[^"]*max-sm:\[zoom:0\.5\][^"]*print:\[zoom:1\]/);
});
