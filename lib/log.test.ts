import { describe, expect, it } from 'vitest';
import { describeError, type LogFields, makeLog } from './log';

function linesOf(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  write(makeLog('debug', { write: (line: string) => lines.push(JSON.parse(line)) }));
  return lines;
}

describe('the log', () => {
  it('keeps the listed fields and drops every other', () => {
    const fields = { requestId: 'K7W2M9QX4T', status: 409, phone: '13900000001', name: '黄丽' };
    const [line] = linesOf((log) => log.info('place booked', fields as LogFields));
    expect(line).toMatchObject({ msg: 'place booked', requestId: 'K7W2M9QX4T', status: 409 });
    expect(JSON.stringify(line)).not.toMatch(/139|黄丽/);
    expect(line).not.toHaveProperty('pid');
  });

  it('drops personal values that were put into a listed field', () => {
    for (const reason of [
      '13900000001',
      '450803199003070029',
      '黄丽 没有到场',
      'id=11010519491231002X',
    ]) {
      const [line] = linesOf((log) => log.warn('refused', { reason }));
      expect(line?.reason).toBe('[dropped]');
    }
  });

  it('says of an error what kind it is, not what it holds', () => {
    const cause = Object.assign(new Error('insert … 13900000001'), {
      code: '23505',
      constraint_name: 'people_phone_key',
      query: 'insert into people',
    });
    const error = new Error('Failed query: insert … params: 13900000001', { cause });
    const [line] = linesOf((log) => log.error('unexpected', { requestId: 'r1234567' }, error));
    expect(line).toMatchObject({
      error: 'Error',
      sqlState: '23505',
      constraint: 'people_phone_key',
    });
    expect(line?.at).toMatch(/^log\.test\.ts:\d+$/);
    expect(JSON.stringify(line)).not.toMatch(/139|insert/);
    expect(describeError('thrown text 13900000001')).toEqual({ error: 'string' });
  });
});
