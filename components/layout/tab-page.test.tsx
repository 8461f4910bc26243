import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TabPage } from './tab-page';

describe('the dot of unread news', () => {
  it.each(['/', '/services', '/affairs', '/me'] as const)(
    'is there wherever one stands: %s',
    (tab) => {
      const page = (unread: number) =>
        renderToStaticMarkup(
          <TabPage tab={tab} mark={{ shortName: '甲乙工会', logoText: '连心桥' }} unread={unread}>
            内容
          </TabPage>,
        );
      // In the bar at the thumb, and in that of a wide screen.
      expect(page(2).match(/2 条未读/g)).toHaveLength(2);
      expect(page(0)).not.toContain('条未读');
    },
  );

  it('comes with every page of the four places: each is made by the one that counts', () => {
    const pages = import.meta.glob<string>('../../app/**/*.tsx', {
      eager: true,
      query: '?raw',
      import: 'default',
    });
    const texts = Object.values(pages);
    expect(texts.filter((text) => /<OwnTabPage\b/.test(text)).length).toBeGreaterThan(5);
    expect(texts.filter((text) => /<TabPage\b/.test(text))).toEqual([]);
  });
});
