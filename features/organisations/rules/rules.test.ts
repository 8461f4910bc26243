import { describe, expect, it } from 'vitest';
import { decideFounding, decideMove } from './changes';
import { joinAddress } from './join-address';
import { childKinds, kindsFromRoot, mayContain, type OrganisationKind, sortKeyOf } from './kinds';
import { placeName } from './place-name';

const closed = new Date('2026-01-01');
const open = (kind: OrganisationKind) => ({ kind, closedAt: null, hasHome: false });

describe('what may stand below what', () => {
  const every = kindsFromRoot.flatMap((parent) =>
    kindsFromRoot.map((child) => [parent, child] as const),
  );
  it.each(every)('%s above %s is decided by the table', (parent, child) => {
    const listed = (childKinds[parent] as readonly string[]).includes(child);
    expect(mayContain(parent, child)).toBe(listed);
    expect(decideFounding(open(parent), child).ok).toBe(listed);
  });

  it('never founds a second district, and nothing below a 网上会员之家', () => {
    expect(kindsFromRoot.some((parent) => mayContain(parent, 'district_federation'))).toBe(false);
    expect(childKinds.online_home).toEqual([]);
  });

  it('founds nothing below a closed parent', () => {
    expect(decideFounding({ ...open('town_federation'), closedAt: closed }, 'joint_union')).toEqual(
      {
        ok: false,
        reason: 'parent_closed',
      },
    );
  });

  it('gives a town one 网上会员之家', () => {
    expect(decideFounding({ ...open('town_federation'), hasHome: true }, 'online_home')).toEqual({
      ok: false,
      reason: 'home_exists',
    });
  });
});

describe('moving', () => {
  const union = { id: 'u', parentId: 't', kind: 'grassroots_union', closedAt: null } as const;
  const parent = { id: 'p', ...open('town_federation') };
  it.each([
    ['root_stays', { ...union, parentId: null }, parent, ['p', 'r']],
    ['closed', { ...union, closedAt: closed }, parent, ['p', 'r']],
    ['same_parent', { ...union, parentId: 'p' }, parent, ['p', 'r']],
    ['below_itself', union, { id: 'c', ...open('grassroots_union') }, ['c', 'u', 't', 'r']],
    ['below_itself', union, { id: 'u', ...open('grassroots_union') }, ['u', 't', 'r']],
    ['parent_closed', union, { ...parent, closedAt: closed }, ['p', 'r']],
    ['kind_not_allowed', union, { id: 'h', ...open('online_home') }, ['h', 't', 'r']],
  ] as const)('refuses: %s', (reason, organisation, target, path) => {
    expect(decideMove(organisation, target, path)).toEqual({ ok: false, reason });
  });

  it('puts a union under another town', () => {
    expect(decideMove(union, parent, ['p', 'r'])).toEqual({ ok: true });
  });
});

describe('the order of siblings', () => {
  it('puts towns by area code first and the 网上会员之家 last', () => {
    const keys = [
      sortKeyOf('online_home', null, 'a'),
      sortKeyOf('grassroots_union', null, 'ba tang'),
      sortKeyOf('town_federation', '450803100', 'qiao xu'),
      sortKeyOf('town_federation', '450803001', 'jiang nan'),
      sortKeyOf('industry_federation', null, 'huo yun'),
    ];
    expect([...keys].sort()).toEqual([keys[3], keys[2], keys[4], keys[1], keys[0]]);
  });

  it('goes by sound where there is no area code, and fits its column', () => {
    expect(sortKeyOf('grassroots_union', null, 'ba tang')).toBe('3 ba tang');
    expect(sortKeyOf('town_federation', '450803100', 'qiao xu')).toBe('1 450803100');
    expect(sortKeyOf('partner', null, 'a'.repeat(300))).toBe(`5 ${'a'.repeat(198)}`);
  });
});

describe('the name of a union', () => {
  it.each([
    ['江南街道总工会', '江南街道'],
    ['货运行业工会联合会', '货运行业'],
    ['桥圩镇某厂工会', '桥圩镇某厂'],
    ['网上会员之家', '网上会员之家'],
    ['总工会', '总工会'],
  ])('%s names the place %s, and is never left empty', (name, place) => {
    expect(placeName(name)).toBe(place);
  });
});

describe('the join code of a union', () => {
  it('is an https address on its poster, so that WeChat’s own scanner opens it', () => {
    expect(joinAddress('https://gh.example.cn', '482913')).toBe(
      'https://gh.example.cn/join/482913',
    );
  });
});
