import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type OfferingTab, offeringTabs, tabAddress } from './desk-offering-frame';

const folder = 'app/(admin)/desk/offerings/[id]';
const pages = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'));
const textOf = (file: string) => fs.readFileSync(`${folder}/${file}`, 'utf8');
const made = (text: string) => /offeringTab\(\s*'(\w+)'/.exec(text)?.[1];

describe('the tabs of an offering', () => {
  it.each(Object.keys(offeringTabs) as OfferingTab[])('have the page of %s as its own', (tab) => {
    const file = `${tabAddress('', tab).replace('/desk/offerings/', '')}/page.tsx`.replace(
      /^\//,
      '',
    );
    expect(made(textOf(file))).toBe(tab);
  });

  it('hold no page that lies under another one', () => {
    for (const file of pages) {
      const tab = made(textOf(file)) as OfferingTab | undefined;
      if (tab) expect(`/${file}`).toContain(offeringTabs[tab].under);
    }
  });

  it('leave print sheets, forms and codes without the frame', () => {
    const bare = pages.filter((file) => !made(textOf(file)));
    expect(bare).toContain('roll/print/page.tsx');
    expect(bare).toContain('room-code/page.tsx');
    expect(bare).toHaveLength(pages.length - 15);
  });
});
