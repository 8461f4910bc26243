import { describe, expect, it } from 'vitest';
import { canKeepRegister } from '@/features/employer-register/policy';
import { canManageOrganisations } from '@/features/organisations/policy';
import { bookPermissions } from './policy';

describe('the right to import a book', () => {
  it('is no wider than the right to enter the same by hand', () => {
    const { employers, unions } = bookPermissions;
    expect(unions.roles.filter((role) => !canManageOrganisations.roles.includes(role))).toEqual([]);
    expect(employers.roles.filter((role) => !canKeepRegister.roles.includes(role))).toEqual([]);
  });
});
