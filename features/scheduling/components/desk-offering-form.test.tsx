import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { OfferingForm } from './desk-offering-form';

// Outside a page there is no address.
vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
}));

it('the unions of many towns are chosen under their towns, the federation itself first', () => {
  const organisers = [
    { id: 'd', name: '区总工会', town: null },
    { id: 'a', name: '甲厂工会', town: '江南街道' },
    { id: 'b', name: '乙厂工会', town: '桥圩镇' },
    { id: 'c', name: '丙店工会', town: '江南街道' },
  ];
  const html = renderToStaticMarkup(
    <OfferingForm
      action={async () => ({ status: 'idle' })}
      kind="training"
      values={{}}
      choices={{ trades: [], towns: [], presets: [] } as never}
      organisers={organisers}
      backHref="/desk/offerings"
    >
      {null}
    </OfferingForm>,
  );
  const select = /<select[^>]*name="organisationId"[\s\S]*?<\/select>/.exec(html)?.[0] ?? '';
  const outline = select
    .replaceAll(/<optgroup label="([^"]*)">/g, '[$1 ')
    .replaceAll('</optgroup>', ']');
  expect(outline.replaceAll(/<[^>]+>/g, '')).toBe(
    '区总工会[江南街道 甲厂工会丙店工会][桥圩镇 乙厂工会]',
  );
});
