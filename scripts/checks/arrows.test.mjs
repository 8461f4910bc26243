// Who may import whom: a small house in which every arrow is broken once, under the real rules and tool.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const booking = 'features/enrolment/commands/book-place';
const seats = 'features/places/queries/seats';
const kinds = 'features/organisations/rules/kinds';

/** What imports what, and the rule that must say no; without a rule the arrow is a lawful one. */
const arrows = [
  ['app/page', 'db/client', 'routes-compose'],
  ['app/page', 'lib/transaction', 'routes-compose'],
  ['app/page', seats],
  ['components/ui/button', kinds, 'components-are-domain-free'],
  ['components/ui/tag', 'lib/auth/session', 'components-are-domain-free'],
  ['lib/dates', kinds, 'kernel-knows-no-union'],
  ['lib/text', 'lib/china/pinyin', 'kernel-rooms-in-order-kernel'],
  ['lib/auth/password', 'lib/forms/form', 'kernel-rooms-in-order-auth'],
  ['lib/forms/action', 'lib/auth/session'],
  ['db/schema/places', 'features/enrolment/words', 'tables-know-no-code'],
  ['features/family/queries/children', 'app/page', 'features-not-app'],
  ['features/organisations/queries/tree', seats, 'organisations-not-upwards'],
  ['features/screening/words', 'features/childcare/words', 'screening-not-sideways'],
  ['features/childcare/queries/class', 'features/training/words', 'childcare-not-sideways'],
  ['features/training/commands/issue', booking, 'training-reading-side-only'],
  ['features/training/queries/course', seats],
  ['features/corrections/commands/apply', 'features/family/steps/correct-child'],
  ['features/family/commands/leave', 'features/bookings/steps/rename', 'family-not-upwards'],
  ['features/enrolment/rules', 'db/client', 'decisions-are-pure'],
  ['features/places/rules/places', 'lib/env', 'decisions-are-pure'],
  ['features/enrolment/schema/booking', 'lib/auth/session', 'decisions-are-pure'],
  ['features/enrolment/policy', 'lib/transaction', 'decisions-are-pure'],
  ['features/enrolment/messages', 'lib/messaging/outbox', 'decisions-are-pure'],
  ['features/enrolment/actions', 'lib/env', 'actions-only-wire'],
  ['features/enrolment/actions', booking],
  ['features/draws/actions', 'lib/env', 'actions-only-wire'],
  ['lib/dates', 'lib/dates.test', 'not-to-tests'],
  ['features/draws/rules/lists', 'db/schema/enums'],
  ['features/draws/rules/tables', 'db/schema/draws', 'decisions-are-pure'],
  ['db/schema/enums', 'lib/env', 'lists-import-nothing'],
  // A circle is told once, at one of its arrows.
  ['lib/round', 'lib/about'],
  ['lib/about', 'lib/round', 'no-circle'],
];

let checkout;
let found;

function build() {
  checkout = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-arrows-'));
  const imports = new Map(
    arrows.flatMap(([from, to]) => [
      [from, []],
      [to, []],
    ]),
  );
  for (const [from, to] of arrows) imports.get(from).push(to);
  for (const [file, targets] of imports) {
    const full = path.join(checkout, `${file}.ts`);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    const relative = (to) => path.relative(path.dirname(full), path.join(checkout, to));
    const lines = targets.map((to, i) => {
      const name = relative(to);
      return `import { x as x${i} } from '${name.startsWith('.') ? name : `./${name}`}';\nx${i};\n`;
    });
    fs.writeFileSync(full, `${lines.join('')}export const x = 1;\n`);
  }
}

const without = (file) => file.replace(/\.ts$/, '');

beforeAll(async () => {
  build();
  const { tsConfig, ...options } = rules.options;
  const folders = ['app', 'components', 'features', 'lib', 'db'];
  const { output } = await cruise(folders, {
    ...options,
    baseDir: checkout,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  });
  found = output.summary.violations.map(({ from, to, rule }) =>
    [without(from), without(to), rule.name].join(' '),
  );
}, 60_000);

afterAll(() => fs.rmSync(checkout, { recursive: true, force: true }));

it.each(arrows.filter(([, , rule]) => rule))('%s may not import %s: %s', (from, to, rule) => {
  expect(found).toContain(`${from} ${to} ${rule}`);
});

it.each(arrows.filter(([, , rule]) => !rule))('%s may import %s', (from, to) => {
  expect(found.filter((line) => line.startsWith(`${from} ${to} `))).toEqual([]);
});
