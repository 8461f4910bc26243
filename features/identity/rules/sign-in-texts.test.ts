import { describe, expect, it } from 'vitest';
import { signInTexts } from './sign-in-texts';

const by = {
  name: '甲县总工会',
  logoText: '连心桥',
  townWord: '乡镇',
  hotline: '0775-12351',
  privacyContact: '甲县总工会办公室',
};

describe('what is agreed to with the first sign-in', () => {
  const [terms, privacy, ...more] = signInTexts(by);

  it('are the terms and the privacy text, each under its own purpose and version', () => {
    expect(more).toEqual([]);
    expect([terms?.purpose, terms?.title]).toEqual(['terms', '用户协议']);
    expect([privacy?.purpose, privacy?.title]).toEqual(['privacy', '隐私政策']);
    expect([terms?.version, privacy?.version]).toEqual(['2026-12', '2026-12']);
  });

  it('is kept in the words that the page shows, section by section', () => {
    for (const text of [terms, privacy]) {
      const shown = text?.sections.map(({ heading, text: said }) => `${heading}\n${said}`);
      expect(text?.body).toBe(shown?.join('\n'));
      expect(shown?.length).toBeGreaterThan(5);
    }
  });

  it('names who gives it, whom to call, and the level between as the settings say it', () => {
    expect(terms?.body).toContain('连心桥由甲县总工会提供');
    expect(terms?.body).toContain('热线 0775-12351，或到所在乡镇工会窗口');
    expect(privacy?.body).toContain('甲县总工会及您所在的乡镇工会');
    expect(privacy?.body).toContain('联系方式：甲县总工会办公室');
    expect(privacy?.body).toContain('拨打 0775-12351');
  });
});
