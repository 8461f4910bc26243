import 'server-only';
import { type DestinationStream, type Logger, pino } from 'pino';
import { env } from './env';
import { holdsPersonalNumber } from './personal-number';

/** Everything a log line may say. What is not listed here is dropped, never masked: nobody has to remember. */
export interface LogFields {
  requestId?: string;
  event?: string;
  action?: string;
  route?: string;
  method?: string;
  status?: number;
  durationMs?: number;
  accountId?: string;
  sessionId?: string;
  organisationId?: string;
  entityType?: string;
  entityId?: string;
  jobId?: string;
  task?: string;
  attempt?: number;
  count?: number;
  code?: string;
  reason?: string;
  sqlState?: string;
  constraint?: string;
  /** Where the error arose, file:line:column; never its message. */
  frame?: string;
  version?: string;
  port?: number;
}

const words = [
  'requestId',
  'event',
  'action',
  'route',
  'method',
  'accountId',
  'sessionId',
] as const;
const moreWords = ['organisationId', 'entityType', 'entityId', 'jobId', 'task', 'code'] as const;
const lastWords = ['reason', 'sqlState', 'constraint', 'frame', 'version'] as const;
const figures = ['status', 'durationMs', 'attempt', 'count', 'port'] as const;

// Identifiers and codes only: a sentence, a name or a phone does not fit the pattern.
const WORD = /^[\w./:[\]()@-]{1,120}$/;

function allowed(fields: LogFields): Record<string, string | number> {
  const passed: Record<string, string | number> = {};
  for (const name of [...words, ...moreWords, ...lastWords]) {
    const value = fields[name];
    if (typeof value !== 'string') continue;
    passed[name] = WORD.test(value) && !holdsPersonalNumber(value) ? value : '[dropped]';
  }
  for (const name of figures) {
    const value = fields[name];
    if (typeof value === 'number' && Number.isFinite(value)) passed[name] = value;
  }
  return passed;
}

interface Thrown {
  error: string;
  sqlState?: string;
  constraint?: string;
  /** Where the error arose, file:line:column; never its message. */
  frame?: string;
  at?: string;
}

/**
 * What may be said of an error: its kind, the SQL state and where it was thrown. Never its message,
 * which for a database error holds the query and its parameters.
 */
export function describeError(error: unknown): Thrown {
  if (!(error instanceof Error)) return { error: typeof error };
  const source: unknown = error.cause ?? error;
  const at = /\n\s+at .*?([\w[\]().-]+\.[cm]?[jt]sx?:\d+)/.exec(error.stack ?? '')?.[1];
  return {
    error: error.name,
    ...textOf(source, 'code', 'sqlState'),
    ...textOf(source, 'constraint_name', 'constraint'),
    ...(at ? { at } : {}),
  };
}

function textOf(source: unknown, from: string, to: 'sqlState' | 'constraint') {
  const value: unknown = typeof source === 'object' && source ? Reflect.get(source, from) : null;
  return typeof value === 'string' && WORD.test(value) ? { [to]: value } : {};
}

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields, error?: unknown): void;
  error(message: string, fields?: LogFields, error?: unknown): void;
}

/** A log over one destination; `message` is a fixed sentence of ours, never built from data. */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: {}, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = destination ? pino(options, destination) : pino(options);
  const line = (fields: LogFields = {}, error?: unknown) => ({
    ...allowed(fields),
    ...(error === undefined ? {} : describeError(error)),
  });
  return {
    debug: (message, fields) => logger.debug(line(fields), message),
    info: (message, fields) => logger.info(line(fields), message),
    warn: (message, fields, error) => logger.warn(line(fields, error), message),
    error: (message, fields, error) => logger.error(line(fields, error), message),
  };
}

let shared: Log | undefined;

/** The log of this process, JSON lines on standard output; only the fields that `LogFields` allows. */
export function log(): Log {
  shared ??= makeLog(env().LOG_LEVEL);
  return shared;
}
