import { describe, expect, it } from 'vitest';
import { whoMay } from './who-may';

const line = (id: string, name: string, role: string) =>
  ({ id, name, role }) as Parameters<typeof whoMay>[1][number];

describe('who may do one thing at an organisation', () => {
  const people = [
    line('1', '林干事', 'union_admin'),
    line('2', '林干事', 'town_admin'),
    line('3', '谢永福', 'viewer'),
  ];

  it('is everyone with one of its roles, each once, by the nearest', () => {
    expect(whoMay({ roles: ['union_admin', 'town_admin'] }, people).map((one) => one.id)).toEqual([
      '1',
    ]);
  });

  it('is nobody where no one has the role', () => {
    expect(whoMay({ roles: ['system_admin'] }, people)).toEqual([]);
  });
});
