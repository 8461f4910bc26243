import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PhotoField } from '@/components/forms/photo-field';
import { PickUpFields } from './pick-up-fields';

it('of three places for who may fetch the child only the first stands open', () => {
  const html = renderToStaticMarkup(<PickUpFields open />);
  expect(html.match(/<details/g)).toHaveLength(3);
  expect(html.match(/<details open/g)).toHaveLength(1);
});

it('a photo that is made smaller by itself names no number of kilobytes', () => {
  const html = renderToStaticMarkup(<PhotoField name="photo1" label="照片" pixels={480} />);
  expect(html).toContain('会自动缩小');
  expect(html).not.toMatch(/\d+\s*(KB|MB)/);
});
