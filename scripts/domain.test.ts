import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { excuseLabels, excuseTransitions } from '@/features/absences/rules';
import { guardianTransitions } from '@/features/family/rules/children';
import { applicationTransitions, statusLabels } from '@/features/membership/rules/transitions';
import { childKinds, kindLabels } from '@/features/organisations/rules/kinds';
import { bookingStatusLabels, bookingTransitions } from '@/features/programmes/rules/booking';
import { drawStatusLabels, drawTransitions } from '@/features/programmes/rules/draw/status';
import { offeringStatusLabels, offeringTransitions } from '@/features/programmes/rules/offering';
import { unitListLabels, unitListTransitions } from '@/features/programmes/rules/unit-list';
import { taskLabels, taskTransitions } from '@/features/ratings/rules';

const page = fs.readFileSync('docs/domain.md', 'utf8');

/** The table below the heading that names the code's object: key, Chinese word, what may follow. */
function tableOf(name: string): [key: string, label: string, next: string[]][] {
  const section = page.split(`\`${name}\`\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  return rows.slice(1).map((line) => {
    const [, key = '', label = '', next = ''] = line.split('|').map((cell) => cell.trim());
    return [key, label, next === '' ? [] : next.split(', ')];
  });
}

const guardianWords = { invited: '待确认', confirmed: '已确认', ended: '已结束' };

describe('docs/domain.md', () => {
  it.each([
    ['applicationTransitions', applicationTransitions, statusLabels],
    ['offeringTransitions', offeringTransitions, offeringStatusLabels],
    ['bookingTransitions', bookingTransitions, bookingStatusLabels],
    ['drawTransitions', drawTransitions, drawStatusLabels],
    ['unitListTransitions', unitListTransitions, unitListLabels],
    ['excuseTransitions', excuseTransitions, excuseLabels],
    ['taskTransitions', taskTransitions, taskLabels],
    ['guardianTransitions', guardianTransitions, guardianWords],
    ['childKinds', childKinds, kindLabels],
  ] as const)('shows %s as the code has it', (name, transitions, labels) => {
    const words: Record<string, string> = labels;
    expect(tableOf(name)).toEqual(
      Object.entries(transitions).map(([key, next]) => [key, words[key], [...next]]),
    );
  });
});
