import { describe, expect, it } from 'vitest';
import { firstSteps, type InstallFacts, stepIds } from './first-steps';

const empty: InstallFacts = {
  ...{
    rootId: null,
    rootName: '总工会',
    hotlineSet: false,
    towns: 0,
    unions: 0,
    employers: 0,
    holidays: 0,
  },
  ...{
    year: 2026,
    missingYear: 2026,
    sendsTexts: false,
    textsSent: 0,
    reviewers: 0,
    organisers: 0,
    published: 0,
  },
};
const done = (facts: Partial<InstallFacts>) =>
  firstSteps({ ...empty, ...facts }, '镇街')
    .filter((step) => step.done)
    .map(({ id }) => id);
const note = (id: string, facts: Partial<InstallFacts>) =>
  firstSteps({ ...empty, ...facts }, '镇街').find((step) => step.id === id)?.note;

describe('the first steps of a federation', () => {
  it('are none of them done on an empty installation, and stand in the order of the work', () => {
    expect(done({})).toEqual([]);
    expect(firstSteps(empty, '镇街').map(({ id }) => id)).toEqual([...stepIds]);
  });

  it.each([
    ['name', { rootName: '临溪县总工会', hotlineSet: true }],
    ['tree', { towns: 1, unions: 1 }],
    ['employers', { employers: 1 }],
    ['holidays', { holidays: 30, missingYear: null }],
    ['sms', { sendsTexts: true, textsSent: 1 }],
    ['roles', { reviewers: 1, organisers: 1 }],
    ['offering', { published: 1 }],
  ] as const)('tick %s by what is there, and nothing else with it', (id, facts) => {
    expect(done(facts)).toEqual([id]);
  });

  it.each([
    ['name', { rootName: '临溪县总工会' }, '临溪县总工会，还没填咨询热线'],
    ['name', { hotlineSet: true }, '全称还是“总工会”，先改成自己的，热线已填'],
    ['tree', { towns: 2 }, '2 个镇街，0 个工会，还没有基层工会'],
    ['tree', { unions: 2 }, '0 个镇街，2 个工会，还没有镇街'],
    ['sms', { sendsTexts: true }, '已配置，还没有发出过一条，发一条测试短信'],
    ['sms', { textsSent: 3 }, '没有接通，验证码发不出去'],
    ['holidays', { holidays: 1 }, '2026 年只有 1 天，还不全，期限写“暂定”'],
    [
      'holidays',
      { holidays: 30, missingYear: 2027 },
      '2027 年的放假安排还没填，公布后填入；2027 年的期限先写“暂定”',
    ],
    ['roles', { reviewers: 2 }, '审核入会 2 人，还没有人开班'],
  ] as const)('say of %s, half done, what is missing', (id, facts, words) => {
    expect(note(id, facts)).toBe(words);
    expect(done(facts)).toEqual([]);
  });
});
