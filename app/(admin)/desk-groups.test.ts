import { expect, it } from 'vitest';
import { roleKeys } from '@/features/identity/rules/role-labels';
import type { Actor } from '@/lib/actor';
import { menuOf } from './desk-groups';

it('no two entries of one officer’s menu share an icon', () => {
  for (const role of roleKeys) {
    const actor = {
      kind: 'account',
      accountId: 'a',
      grants: [{ role, organisationId: 'o' }],
    } as unknown as Actor;
    const icons = menuOf(actor).flatMap(({ items }) => items.map(({ icon }) => icon));
    expect(new Set(icons).size, role).toBe(icons.length);
  }
});
