import { expect, test } from 'vitest';
import { clockFaults } from './doctor';

const at = (time: string) => new Date(`2026-11-30T${time}:00Z`);

test('two clocks that agree are no fault, nor is a record of this minute', () => {
  expect(clockFaults(at('08:00'), at('08:01'), at('08:01'))).toEqual([]);
  expect(clockFaults(at('08:00'), at('08:00'), null)).toEqual([]);
});

test('a server that is ahead of its database is named', () => {
  expect(clockFaults(at('08:10'), at('08:00'), null)).toEqual([
    expect.stringContaining('本机时钟比数据库快 10 分钟'),
  ]);
});

test('a clock that was put back by a day is named', () => {
  const tomorrow = new Date('2026-12-01T08:00:00Z');
  expect(clockFaults(at('08:00'), at('08:00'), tomorrow)).toEqual([
    expect.stringContaining('晚 1440 分钟'),
  ]);
});
