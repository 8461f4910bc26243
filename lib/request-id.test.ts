import { expect, it, vi } from 'vitest';
import { jobId } from './jobs/job-id';

const state = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => state.headers }));
const { newRequestId, onlyReads, requestId } = await import('./request-id');

it('a request has a number of ten characters that can be read out, never the same', () => {
  const many = Array.from({ length: 200 }, newRequestId);
  for (const number of many) expect(number).toMatch(/^[2-9B-DF-HJ-NP-TV-XZ]{10}$/);
  expect(new Set(many).size).toBe(200);
});

it.each(['ab-12345', 'A'.repeat(40)])(
  'a request keeps the number %s it was given',
  async (given) => {
    state.headers = new Headers({ 'x-request-id': given });
    expect(await requestId()).toBe(given);
  },
);

it.each(['', 'short12', 'A'.repeat(41), 'a b c d e f', 'x;x;x;x;x'])(
  'a request given %j as its number gets one of ours',
  async (given) => {
    state.headers = new Headers(given ? { 'x-request-id': given } : {});
    expect(await requestId()).toMatch(/^[2-9B-DF-HJ-NP-TV-XZ]{10}$/);
  },
);

it('a request may write only where our own server said so', async () => {
  for (const [said, reads] of [
    ['1', false],
    ['0', true],
    ['', true],
  ] as const) {
    state.headers = new Headers(said ? { 'x-may-write': said } : {});
    expect(await onlyReads()).toBe(reads);
  }
});

it('a job carries the id it was queued with, or is a bug', () => {
  const id = '0198a1b2-0000-7000-8000-000000000001';
  expect(jobId({ id })).toBe(id);
  for (const payload of [null, undefined, id, {}, { id: 7 }, { id: 'x' }, { other: id }])
    expect(() => jobId(payload)).toThrow(TypeError);
});
