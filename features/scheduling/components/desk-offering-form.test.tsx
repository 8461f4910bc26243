import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { OfferingForm } from './desk-offering-form';

// Outside a page there is no address.
vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
}));

it('the unions are chosen by the tree; whoever has one is not asked', () => {
  const organiser = (id: string, name: string, depth: number) => ({ id, name, depth, reading: '' });
  const organisers = [
    organiser('d', '区总工会', 0),
    organiser('t', '江南街道', 1),
    organiser('a', '甲厂工会', 2),
  ];
  const drawn = (some: typeof organisers) =>
    renderToStaticMarkup(
      <OfferingForm
        action={async () => ({ status: 'idle' })}
        kind="training"
        values={{}}
        choices={{ trades: [], towns: [], presets: [] } as never}
        organisers={some}
        backHref="/desk/offerings"
      >
        {null}
      </OfferingForm>,
    );
  const html = drawn(organisers);
  const select = /<select[^>]*name="organisationId"[\s\S]*?<\/select>/.exec(html)?.[0] ?? '';
  expect(
    select
      .replaceAll(/<[^>]+>/g, '|')
      .split(/\|+/)
      .filter(Boolean),
  ).toEqual(['区总工会', '\u3000江南街道', '\u3000\u3000甲厂工会']);
  const one = drawn(organisers.slice(0, 1));
  expect(one).toContain('<input type="hidden" name="organisationId" value="d"/>');
  expect(one).not.toContain('组织单位</label>');
});
