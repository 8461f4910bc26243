import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { excuseLabels, excuseTransitions } from '@/features/absences/rules';
import {
  announcementLabels,
  announcementTransitions,
} from '@/features/announcements/rules/audience';
import { applicationTransitions, statusLabels } from '@/features/applications/rules/transitions';
import { bookingStatusLabels, bookingTransitions } from '@/features/bookings/rules/booking';
import { clockStateLabels, clockTransitions } from '@/features/clocks/rules/state';
import { correctionLabels, correctionTransitions } from '@/features/corrections/rules/status';
import { bulkStatusLabels, bulkTransitions } from '@/features/desk/rules/bulk';
import { drawStatusLabels, drawTransitions } from '@/features/draws/rules/status';
import { pairLabels, pairTransitions } from '@/features/duplicates/rules/labels';
import { registerLabels, registerTransitions } from '@/features/employer-register/rules/status';
import { guardianTransitions } from '@/features/family/rules/children';
import {
  alterationLabels,
  changeTransitions,
  dissolutionLabels,
  dissolutionTransitions,
  reelectionLabels,
  reelectionTransitions,
  reissueLabels,
  reissueTransitions,
} from '@/features/founding/rules/kinds';
import { foundingTransitions, stepLabels } from '@/features/founding/rules/steps';
import { importStatusLabels, importTransitions } from '@/features/imports/rules/import-words';
import { closingFates, closingTable } from '@/features/lifecycle/rules/closing-table';
import { changeTypeRules, membershipTransitions } from '@/features/members/rules/membership-life';
import {
  changeLabels,
  changeReasonLabels,
  membershipLabels,
} from '@/features/members/rules/membership-words';
import { moveRequestLabels, moveRequestTransitions } from '@/features/moves/rules/move-request';
import { offeringStatusLabels, offeringTransitions } from '@/features/offerings/rules/offering';
import { extensionLabels, extensionTransitions } from '@/features/offices/rules/extension';
import { childKinds, kindLabels } from '@/features/organisations/rules/kinds';
import { taskLabels, taskTransitions } from '@/features/ratings/rules';
import { secondmentLabels, secondmentTransitions } from '@/features/secondments/rules/secondment';
import { carryOver, fateLabels } from '@/features/transfers/rules/carry-over';
import {
  membershipCaseLabels,
  membershipCaseTransitions,
} from '@/features/transfers/rules/membership-cases';
import {
  sideLabels,
  sideTransitions,
  transferLabels,
  transferTransitions,
} from '@/features/transfers/rules/two-sides';
import { unitListLabels, unitListTransitions } from '@/features/unit-lists/rules/unit-list';

const page = fs.readFileSync('docs/domain.md', 'utf8');

/** The table below the heading that names the code's object: key, Chinese word, what may follow. */
function tableOf(name: string): [key: string, label: string, next: string[]][] {
  const section = page.split(`\`${name}\`\n`)[1]?.split(/\n##+ /)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  return rows.slice(1).map((line) => {
    const [, key = '', label = '', next = ''] = line.split('|').map((cell) => cell.trim());
    return [key, label, next === '' ? [] : next.split(', ')];
  });
}

/** Words of the table 一处一词 that must not stand on a screen, each with the one that does. */
const otherWords = (page.split('## 一处一词\n')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.includes('---'))
  .slice(1)
  .flatMap((line) => {
    const [, word = '', others = ''] = line.split('|').map((cell) => cell.trim());
    return others.split('、').map((other) => [other, word] as const);
  });

/** The glossary: English name, Chinese word, what it is. */
const glossary = (page.split('## 词汇\n')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.includes('---'))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** `unit-lists` → `unit list`, `bookings` → `booking`: the noun of a folder. */
const nounOf = (name: string) => name.replaceAll('-', ' ').replace(/ies$/, 'y').replace(/s$/, '');

const screens = ['app', 'features', 'components', 'lib', 'scripts', 'public'].flatMap((folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|js|webmanifest)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file !== path.join('scripts', 'domain.test.ts')),
);

const guardianWords = { invited: '待确认', confirmed: '已确认', ended: '已结束' };

describe('the screens', () => {
  const texts = screens.map((file) => [file, fs.readFileSync(file, 'utf8')] as const);
  it.each(otherWords)('never say %s for %s', (other) => {
    expect(texts.filter(([, text]) => text.includes(other)).map(([file]) => file)).toEqual([]);
  });
});

describe('the glossary', () => {
  const names = glossary.flatMap(([, name = '']) => name.split(' / '));

  it('says each name once, in Chinese and in one line', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const said = glossary.map(([, , word = '', line = '']) => /\p{Script=Han}/u.test(word) && line);
    expect(said.filter((line) => !line)).toEqual([]);
  });

  it('has the noun of every feature', () => {
    const folders = fs.readdirSync('features', { withFileTypes: true });
    const nouns = folders.filter((one) => one.isDirectory()).map(({ name }) => nounOf(name));
    const known = new Set(names.map(nounOf));
    expect(nouns.filter((noun) => !known.has(noun))).toEqual([]);
  });
});

const carried = carryOver.map(
  ({ title, fate, note }) => `| ${title} | ${fateLabels[fate]} | ${note} |`,
);
const closing = closingTable.map(
  ({ title, fate, note }) => `| ${title} | ${closingFates[fate]} | ${note} |`,
);

const chinese = (keys: readonly string[], words: Record<string, string>) =>
  keys.map((key) => words[key]).join('、');

describe('docs/domain.md', () => {
  it('shows what becomes of all that hangs on a closed union, and goes along with a transfer, as the code has it', () => {
    const tables = page
      .split('| 什么 | 怎么办 | 说明 |\n| --- | --- | --- |\n')
      .slice(1)
      .map((part) => part.split('\n\n')[0]?.split('\n'));
    expect(tables).toEqual([closing, carried]);
  });

  it('shows every type of 会籍变化 with its national type, states and reasons', () => {
    const rows = page.split('\n').filter((line) => /^\| \w+ \| .+ \|.+\|.+\|.+\|/.test(line));
    const cells = rows.map((line) => line.split('|').map((cell) => cell.trim()));
    for (const [type, { national, from, to, reasons }] of Object.entries(changeTypeRules)) {
      const words: Record<string, string> = changeLabels;
      const begins = to === null;
      expect(cells.find(([, key]) => key === type)).toEqual([
        ...['', type, words[type], words[national]],
        begins ? '' : chinese(from, membershipLabels),
        type === 'joined' ? '预备、正式' : begins ? '照原状态' : membershipLabels[to],
        chinese(reasons, changeReasonLabels),
        '',
      ]);
    }
  });

  it.each([
    ['applicationTransitions', applicationTransitions, statusLabels],
    ['offeringTransitions', offeringTransitions, offeringStatusLabels],
    ['bookingTransitions', bookingTransitions, bookingStatusLabels],
    ['drawTransitions', drawTransitions, drawStatusLabels],
    ['unitListTransitions', unitListTransitions, unitListLabels],
    ['excuseTransitions', excuseTransitions, excuseLabels],
    ['taskTransitions', taskTransitions, taskLabels],
    ['guardianTransitions', guardianTransitions, guardianWords],
    ['correctionTransitions', correctionTransitions, correctionLabels],
    ['moveRequestTransitions', moveRequestTransitions, moveRequestLabels],
    ['announcementTransitions', announcementTransitions, announcementLabels],
    ['clockTransitions', clockTransitions, clockStateLabels],
    ['registerTransitions', registerTransitions, registerLabels],
    ['extensionTransitions', extensionTransitions, extensionLabels],
    ['pairTransitions', pairTransitions, pairLabels],
    ['foundingTransitions', foundingTransitions, stepLabels],
    ['reelectionTransitions', reelectionTransitions, reelectionLabels],
    ['changeTransitions', changeTransitions, alterationLabels],
    ['dissolutionTransitions', dissolutionTransitions, dissolutionLabels],
    ['reissueTransitions', reissueTransitions, reissueLabels],
    ['secondmentTransitions', secondmentTransitions, secondmentLabels],
    ['childKinds', childKinds, kindLabels],
    ['transferTransitions', transferTransitions, transferLabels],
    ['membershipCaseTransitions', membershipCaseTransitions, membershipCaseLabels],
    ['sideTransitions', sideTransitions, sideLabels],
    ['membershipTransitions', membershipTransitions, membershipLabels],
    ['bulkTransitions', bulkTransitions, bulkStatusLabels],
    ['importTransitions', importTransitions, importStatusLabels],
  ] as const)('shows %s as the code has it', (name, transitions, labels) => {
    const words: Record<string, string> = labels;
    expect(tableOf(name)).toEqual(
      Object.entries(transitions).map(([key, next]) => [key, words[key], [...next]]),
    );
  });
});
