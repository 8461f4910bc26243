import { describe, expect, it } from 'vitest';
import { canKeepRegister } from '@/features/employer-register/policy';
import { bookPermissions } from './policy';

describe('the right to import a book', () => {
  it('is no wider than the right to enter the same by hand', () => {
    const { employers } = bookPermissions;
    expect(employers.roles.filter((role) => !canKeepRegister.roles.includes(role))).toEqual([]);
  });
});
