import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Cell, FactList } from './cell-list';
import { KeptPieces } from './kept-pieces';

describe('a value beside its label', () => {
  it('keeps the days together, and the weekdays with their hours', () => {
    const text = '12月8日至12月14日，周一至周五 08:30–17:30';
    const html = renderToStaticMarkup(<KeptPieces text={text} />);
    expect(html.replace(/<[^>]+>/g, '|')).toBe('|12月8日至12月14日，||周一至周五 08:30–17:30|');
    expect(html.match(/inline-block/g)).toHaveLength(2);
    const one = renderToStaticMarkup(<KeptPieces text="12月4日（周五）19:30–21:30" />);
    expect(one.replace(/<[^>]+>/g, '|')).toBe('|12月4日（周五）||19:30–21:30|');
    const range = '12月10日（周四） 至 12月17日（周四），共 2 场';
    const two = renderToStaticMarkup(<KeptPieces text={range} />);
    expect(two.replace(/<[^>]+>/g, '|')).toBe(
      '|12月10日（周四）|| 至 12月17日（周四），||共 2 场|',
    );
  });

  it('stands right in one line and reads from the left in several', () => {
    const facts = renderToStaticMarkup(<FactList facts={[{ label: '名额', value: '三' }]} />);
    const cell = renderToStaticMarkup(<Cell title="时间" value="三" />);
    for (const html of [facts, cell]) {
      expect(html).toMatch(/justify-end[^>]*><span class="min-w-0">三/);
      expect(html).not.toContain('text-right');
    }
  });
});
