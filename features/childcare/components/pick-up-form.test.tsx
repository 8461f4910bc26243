import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { PhotoField } from '@/components/forms/photo-field';
import { PickUpFields } from './pick-up-fields';
import { PickUpForm } from './pick-up-form';

vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
}));

const stay = async () => ({ status: 'idle' }) as const;
const grandmother = { name: '王秀英', relation: '外婆', phone: '13911110001' };

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

describe('the list of who may fetch the child', () => {
  const form = (people: object[]) =>
    renderToStaticMarkup(
      <PickUpForm list={{ bookingId: 'b', people } as never} action={stay} />,
    ).replaceAll('<!-- -->', '');
  const listed = (more = {}) => ({ key: 'k', ...grandmother, photo: null, ...more });

  it('shows everyone who is on it, open to be read, and the first place where nobody is', () => {
    expect(form([]).match(/<details open/g)).toHaveLength(1);
    const two = form([listed(), listed({ name: '陈大海', phone: '13911110003' })]);
    expect(two.match(/<details open/g)).toHaveLength(2);
    expect(two).toContain('接送人 1：王秀英');
    expect(two).toContain('接送人 2：陈大海');
    expect(two).toContain('>接送人 3<');
  });

  it('begins with what stands, each in the fields of their place', () => {
    const html = form([listed()]);
    expect(html).toMatch(/name="name1"[^>]*value="王秀英"/);
    expect(html).toMatch(/name="relation1"[^>]*value="外婆"/);
    expect(html).toMatch(/name="phone1"[^>]*value="139 ?1111 ?0001"/);
    expect(html).toMatch(/name="name2"[^>]*value=""/);
  });

  it('shows the picture that is kept, and asks for consent anew each time', () => {
    expect(form([listed({ photo: 'AAAA' })])).toContain('alt="王秀英的照片"');
    expect(form([listed()])).not.toContain('<img');
    expect(form([listed()])).toMatch(
      /type="checkbox"[^>]*name="consent"|name="consent"[^>]*type="checkbox"/,
    );
    expect(form([listed()])).not.toMatch(/name="consent"[^>]* checked/);
  });
});

it('what was filled in at booking opens the places that are used, on the page about the list', () => {
  const html = renderToStaticMarkup(<PickUpFields people={[grandmother, grandmother]} open />);
  expect(html.match(/<details open/g)).toHaveLength(2);
  expect(renderToStaticMarkup(<PickUpFields people={[grandmother]} />)).not.toContain(
    '<details open',
  );
});
