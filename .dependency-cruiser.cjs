// The arrows of docs/adr: who may import whom. The order of the features is features/tiers.json.
const order = require('./features/tiers.json');

const test = '\\.test(-helpers|-data)?\\.tsx?$';
const oneOf = (names) => `^features/(${names.join('|')})/`;

// A feature sees, of the features in the tiers above it in the list only, their reading side and the steps
// that it may take inside its own transaction; never a sibling, never one further down.
const tierRules = order.flatMap((tier, at) => {
  const above = order.slice(0, at).flat();
  const below = order.slice(at + 1).flat();
  return tier.flatMap((name) => {
    const siblings = tier.filter((other) => other !== name);
    const from = { path: `^features/${name}/` };
    const closed = {
      path: oneOf(above),
      // Only the worker's list of jobs, at the top, sees what the features below do by the clock.
      pathNot: `/(queries|rules|policy|schema|settings|words|components|steps${name === 'lifecycle' ? '|jobs' : ''})(/|\\.)`,
    };
    const rule = (what, who, to) => ({ name: `${name}-${what}`, severity: 'error', from: who, to });
    // A test tells a story: it may begin with a command of a lower feature and end with a sibling's.
    const built = { ...from, pathNot: test };
    return [
      below.length && rule('not-upwards', from, { path: oneOf(below) }),
      siblings.length && rule('not-sideways', built, { path: oneOf(siblings) }),
      above.length && rule('reading-side-only', built, closed),
    ].filter(Boolean);
  });
});

const packages = (...names) => `node_modules/(${names.join('|')})(/|$)`;
const pure = '^features/[^/]+/((rules|schema|policy|messages)\\.ts|(rules|schema|messages)/)';

/** Folders of lib/ from below to above; those in one row do not know each other. */
const kernelOrder = [
  ['crypto', 'china', 'calendar', 'portal', 'documents', 'jobs'],
  ['http', 'ledger'],
  ['limits', 'messaging'],
  ['auth'],
  ['forms'],
];
const kernelRooms = [
  ['kernel', kernelOrder.flat()],
  ...kernelOrder.flatMap((row, at) =>
    row.map((room) => [
      room,
      kernelOrder
        .slice(at)
        .flat()
        .filter((other) => other !== room),
    ]),
  ),
];

// The values that columns may take, as plain lists: anyone may read them.
const lists = '^db/schema/enums\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'routes-compose',
      comment: 'app/ asks features; it neither queries nor writes',
      severity: 'error',
      from: { path: '^app/' },
      to: {
        path: [
          '^db/',
          '^lib/(transaction|audit|messaging/outbox)\\.ts',
          packages('drizzle-orm', 'postgres'),
        ],
        pathNot: lists,
      },
    },
    {
      name: 'components-are-domain-free',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(features|db|app)/|^lib/auth/' },
    },
    {
      name: 'features-not-app',
      severity: 'error',
      from: { path: '^features/' },
      to: { path: '^app/' },
    },
    {
      name: 'decisions-are-pure',
      comment: 'rules, policies, schemas and messages: no database, no framework, no environment',
      severity: 'error',
      from: { path: pure, pathNot: test },
      to: {
        path: [
          '^db/',
          '^lib/(env|transaction|audit|log|request-id|messaging/outbox|forms/action)\\.ts',
          '^lib/auth/',
          packages('next', 'react', 'react-dom', 'drizzle-orm', 'postgres', 'server-only'),
        ],
        pathNot: lists,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'lists-import-nothing',
      comment: 'so that rules and browsers may read the values of a column',
      severity: 'error',
      from: { path: lists },
      to: {},
    },
    {
      name: 'actions-only-wire',
      comment: 'an action joins its own schema and command; it decides nothing',
      severity: 'error',
      from: { path: '^features/([^/]+)/actions(\\.ts$|/)' },
      to: {
        pathNot:
          '^features/$1/(schema|commands|words|messages|rules)|^features/[^/]+/words\\.ts|^lib/forms/(action|form|return-to)\\.ts',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'kernel-knows-no-union',
      severity: 'error',
      from: { path: '^lib/', pathNot: test },
      to: { path: '^(features|components|app)/' },
    },
    ...kernelRooms.map(([rooms, above]) => ({
      name: `kernel-rooms-in-order-${rooms}`,
      comment:
        'the flat kernel is below every folder of lib/; each folder knows only those before it',
      severity: 'error',
      from: { path: rooms === 'kernel' ? '^lib/[^/]+$' : `^lib/${rooms}/`, pathNot: test },
      to: { path: `^lib/(${above.join('|')})/` },
    })),
    {
      name: 'tables-know-no-code',
      severity: 'error',
      from: { path: '^db/(schema|client|migrate)' },
      to: { path: '^(features|components|app)/' },
    },
    {
      name: 'auth-library-stays-in-lib-auth',
      severity: 'error',
      from: { pathNot: '^lib/auth/' },
      to: { path: packages('next-auth', '@auth') },
    },
    {
      name: 'no-test-tools-in-production',
      severity: 'error',
      from: {
        path: '^(app|components|features|lib|db)/',
        pathNot: [test, '^db/(testing|factories|seed)/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: [test, '^e2e/'] },
      to: { path: test },
    },
    ...tierRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.next/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    combinedDependencies: true,
  },
};
