import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AppLink } from './app-link';

it.each([
  ['/services', true],
  ['?page=2', true],
  ['#main', false],
  ['tel:12351', false],
  ['https://example.cn/', false],
  ['/api/bookings/1/calendar', false],
])('a link to %s is followed inside the app: %s', (href, inside) => {
  expect(renderToStaticMarkup(<AppLink href={href} />).includes('data-inside')).toBe(inside);
});

it('a link to a file to keep is the browser’s to follow', () => {
  expect(renderToStaticMarkup(<AppLink href="/guide/form.pdf" download="a.pdf" />)).not.toContain(
    'data-inside',
  );
});
