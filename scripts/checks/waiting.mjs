// A test waits for what it waits for, never for time: on a busy machine no number is enough, and on a quiet
// one every number is lost. Barriers: db/testing/waits.ts, lib/pause-point.ts, expect.poll, and the page.

const isTest = (file) =>
  /\.(test|spec|cases)\.(tsx?|mjs)$|\.test-helpers\.tsx?$|^(e2e|db\/testing|lib\/testing)\//.test(
    file,
  );

const waits = [
  [/(?<![.\w])set(Timeout|Interval)\(/, 'a timer'],
  [/\btimers\/promises\b/, 'a timer'],
  [/\.waitForTimeout\(/, 'a wait of the browser'],
  [/\bpg_sleep\(/, 'a wait of the database'],
  [/(?<![.\w])sleep\(/, 'a wait'],
];

const reasons = {
  'e2e/http/burst.ts': 'a person looks at the screen for a moment before pressing again',
  'e2e/http/server.ts': 'asks a starting server again until it answers',
  'e2e/http/odd-text.cases.ts': 'a wait that the attacker asks for, as text',
  'e2e/http/searches.cases.ts': 'a wait that the attacker asks for, as text',
  'e2e/http/bad-handlers.cases.ts': 'a wait that the attacker asks for, as text',
  'lib/testing/fake-server.ts': 'a vendor that answers late, which is what is tested',
  'scripts/testing/ending.test.mjs': 'the program of a process that lives on until it is ended',
  'scripts/checks/waiting.test.mjs': 'breaks this law on purpose',
};

/** A test that waits for time without a reason on the list, or is on it and no longer does. */
export function checkWaiting(sources) {
  return sources
    .filter(({ file }) => isTest(file) || file in reasons)
    .flatMap(({ file, text }) => {
      const found = waits.filter(([pattern]) => pattern.test(text)).map(([, name]) => name);
      if (file in reasons)
        return found.length > 0
          ? []
          : [`${file}: waits for no time any more: take it off scripts/checks/waiting.mjs`];
      return [...new Set(found)].map(
        (name) => `${file}: waits for time (${name}); wait for what is to be seen instead`,
      );
    });
}
