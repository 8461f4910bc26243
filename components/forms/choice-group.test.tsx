import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RadioGroup } from './radio-group';

const legendOf = (hideLabel: boolean) => {
  const options = [{ value: 'yes', label: '是' }];
  const html = renderToStaticMarkup(
    <RadioGroup name="answer" label="现在的情况" hideLabel={hideLabel} options={options} />,
  );
  return /<legend class="([^"]*)"/.exec(html)?.[1];
};

// A box of full width would lie over the right edge, and the page scroll sideways.
it('a question that is only heard has no width of its own', () => {
  expect(legendOf(true)).toBe('visually-hidden');
  expect(legendOf(false)).toContain('w-full');
});
