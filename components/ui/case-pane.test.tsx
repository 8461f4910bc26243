import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CasePane } from './case-pane';

it('a case has its facts before what is decided about it, for the phone and for the reader of the page', () => {
  const html = renderToStaticMarkup(
    <CasePane backHref="/desk" backLabel="返回列表" bar={<button type="button">通过</button>}>
      <p>证件号码</p>
    </CasePane>,
  );
  expect(html).toMatch(/返回列表[\s\S]*证件号码[\s\S]*通过/);
});
