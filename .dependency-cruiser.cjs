// The arrows of docs/adr: who may import whom. Tiers come from features/tiers.json.
const tiers = require('./features/tiers.json');

const test = '\\.test\\.tsx?$';
const oneOf = (names) => `^features/(${names.join('|')})/`;

// A module sees, of modules in lower tiers only, their reading side and the steps that it may take inside
// its own transaction; never a sibling, never upwards.
const tierRules = Object.entries(tiers).flatMap(([name, tier]) => {
  const others = Object.keys(tiers).filter((other) => other !== name);
  const higher = others.filter((other) => tiers[other] >= tier);
  const lower = others.filter((other) => tiers[other] < tier);
  const from = { path: `^features/${name}/` };
  const closed = {
    path: oneOf(lower),
    // Only the worker's list of jobs, at the top, sees what the modules below do by the clock.
    pathNot: `/(queries|rules|policy|schema|settings|components|steps${name === 'lifecycle' ? '|jobs' : ''})(/|\\.)`,
  };
  return [
    higher.length && {
      name: `${name}-not-upwards`,
      severity: 'error',
      from,
      to: { path: oneOf(higher) },
    },
    // A test tells a story, which may begin with a command of a lower module.
    lower.length && {
      name: `${name}-reading-side-only`,
      severity: 'error',
      from: { ...from, pathNot: test },
      to: closed,
    },
  ].filter(Boolean);
});

const packages = (...names) => `node_modules/(${names.join('|')})(/|$)`;
const pure = '^features/[^/]+/((rules|schema|policy|messages)\\.ts|(rules|schema|messages)/)';

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
        path: ['^db/', '^lib/(transaction|audit|outbox)\\.ts', packages('drizzle-orm', 'postgres')],
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
          '^lib/(env|transaction|action|audit|outbox|log|request-id)\\.ts',
          '^lib/auth/',
          packages('next', 'react', 'react-dom', 'drizzle-orm', 'postgres', 'server-only'),
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'actions-only-wire',
      comment: 'an action joins its own schema and command; it decides nothing',
      severity: 'error',
      from: { path: '^features/([^/]+)/actions(\\.ts$|/)' },
      to: {
        pathNot:
          '^features/$1/(schema|commands|words|messages|rules)|^lib/(action|form|onward)\\.ts',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'kernel-knows-no-union',
      severity: 'error',
      from: { path: '^lib/', pathNot: test },
      to: { path: '^(features|components|app)/' },
    },
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
        pathNot: [test, '^db/(testing|factories|seed)/', '\\.test-helpers?\\.ts$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: test },
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
