import { describe, expect, it } from 'vitest';
import { type Holding, transferChecks } from './transfer';

const member = {
  kind: 'member',
  union: '江南工会',
  name: '黄小满',
  memberNo: '0803 2600 0137',
} as const;

describe('the system’s check of a 转会 request', () => {
  it.each<[string, string | null, Holding, string, RegExp]>([
    ['the same name', '黄小满', member, 'pass', /江南工会.*姓名一致/],
    ['another name', '黄某', member, 'fail', /姓名不一致/],
    ['no name any more', null, member, 'fail', /姓名不一致/],
    [
      'only an application elsewhere',
      '黄小满',
      { kind: 'applicant', union: '桥圩工会', number: 'RH26-1124-0001' },
      'warn',
      /在办申请 RH26-1124-0001/,
    ],
    ['out of sight', '黄小满', { kind: 'elsewhere' }, 'warn', /不在您管理的范围/],
    ['nowhere', '黄小满', { kind: 'none' }, 'pass', /没有会籍/],
  ])('%s', (_what, name, holding, outcome, text) => {
    expect(transferChecks(name, holding)).toEqual([{ outcome, text: expect.stringMatching(text) }]);
  });

  it('says nothing of a 会籍 that is out of sight', () => {
    const [line] = transferChecks('黄小满', { kind: 'elsewhere' });
    expect(line?.text).not.toMatch(/0803|黄/);
  });
});
