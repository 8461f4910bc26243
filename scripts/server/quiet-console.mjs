// Next prints errors with their messages, and a database error's message holds the values it was given.
// Our own log says what may be said (lib/log.ts); here only the kind and the place of an error remain.

const personal = /params:|Failed query|\d{11}/;

export function withoutMessage(error) {
  const frames = String(error?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return JSON.stringify({
    level: 'error',
    error: error?.name ?? typeof error,
    digest: error?.digest,
    at: frames.slice(0, 4).map((line) => line.trim()),
  });
}

export function quietLine(args) {
  const error = args.find((arg) => arg instanceof Error);
  if (error) return withoutMessage(error);
  const text = args.filter((arg) => typeof arg === 'string').join(' ');
  return personal.test(text) ? undefined : text;
}

export function quietConsole() {
  for (const name of ['error', 'warn']) {
    console[name] = (...args) => {
      const line = quietLine(args);
      if (line) process.stderr.write(`${line}\n`);
    };
  }
}
