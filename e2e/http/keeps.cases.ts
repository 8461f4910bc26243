import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { holdsPersonalNumber } from '@/lib/personal-number';
import { sql } from '../demo';

/** Texts in what a command handed back, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** An id, a number of ours, a day, a state. */
const isPlain = (text: string) => /^[\w:.~-]{1,64}$/.test(text) && !holdsPersonalNumber(text);

/** After every action of the system was posted with a one-time key, and everything was searched. */
describe('what is kept for other purposes', () => {
  test('is, in the receipts of the one-time keys, ids, numbers, days and states (O16)', async () => {
    const rows = await sql()<{ response: unknown }[]>`
      select response from idempotency_keys where response is not null`;
    expect(rows.length).toBeGreaterThan(10);
    const texts = rows.flatMap(({ response }) => textsIn(response));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => !isPlain(text))).toEqual([]);
    // What a reveal would have left there.
    const revealed = { value: '13956780001', holder: { name: '陈一帆' } };
    expect(textsIn(revealed).some(isPlain)).toBe(false);
  });

  test.each([
    'graphile_worker._private_jobs',
    'outbox',
    'audit_entries',
    'rate_limits',
    'bursts',
    'export_links',
    'sessions',
    'sms_codes',
  ])('names nobody by phone or ID number in %s', async (table) => {
    const rows = await sql()<{ text: string }[]>`select t::text as text from ${sql()(table)} t`;
    expect(rows.filter(({ text }) => holdsPersonalNumber(text)).map(({ text }) => text)).toEqual(
      [],
    );
  });

  test('is not in the log of the server', () => {
    const file = `test-results/server-${process.env.E2E_PORT}.log`;
    const lines = fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.filter(holdsPersonalNumber)).toEqual([]);
  });
});
