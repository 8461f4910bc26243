import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/documents/pdf/faces';
import { paperSheet } from '@/lib/documents/pdf/paper-sheet';
import { type PaperFacts, paperLabel, paperOf, papersOf } from './papers';

const facts: PaperFacts = {
  ...{ kind: 'founding', name: '甲厂工会', form: '单独建基层工会委员会', parent: '甲街道总工会' },
  firms: [
    {
      name: '甲厂',
      uscc: '914508030000000015',
      industry: '食品',
      address: '江南路',
      staffCount: 41,
    },
  ],
  ...{ members: { total: 30, women: 5 }, seats: 3 },
  assembly: {
    ...{ on: '2026-06-10', kind: 'members', due: 30, present: 20 },
    ...{ issued: 20, returned: 20, valid: 19 },
  },
  elected: [
    { name: '梁守正', post: '主席', votes: 19, body: '工会委员会' },
    { name: '农白露', post: '委员', votes: 17, body: '女职工委员会' },
  ],
  done: { applied: { on: '2026-05-20', no: '甲工筹〔2026〕1号' } },
  ...{ term: null, reason: null, change: null, contact: null, union: null, certificateNo: null },
};
const textOf = (which: Parameters<typeof paperOf>[0], more: Partial<PaperFacts> = {}) => {
  const { title, number, to, paragraphs, rows, date } = paperOf(which, { ...facts, ...more });
  const cells = rows.flat().map(({ label, value }) => `${label}=${value}`);
  return [title, number, to, ...paragraphs, ...cells, date].join('\n');
};

describe('a paper of a founding', () => {
  it('is offered from the step on that needs it', () => {
    expect(papersOf('founding', 'lead')).toEqual(['request']);
    expect(papersOf('founding', 'assembly')).toEqual(['request', 'approval', 'results']);
    expect(papersOf('founding', 'certified')).toHaveLength(5);
    expect(papersOf('founding', 'abandoned')).toEqual([]);
    expect(papersOf('change', 'lead')).toEqual(['registration']);
    expect(papersOf('dissolution', 'applied')).toEqual(['request', 'approval', 'registration']);
    expect(paperLabel('reelection', 'founded')).toBe('换届结果批复（草稿）');
  });

  it('that asks carries its number, day, staff and employer', () => {
    const text = textOf('request');
    for (const part of ['甲工筹〔2026〕1号', '2026年5月20日', '职工41人', '甲街道总工会'])
      expect(text).toContain(part);
  });

  it('that asks names whom to ask, and nothing where nobody was named', () => {
    const contact = {
      name: '莫小满',
      phone: '07754500000',
      group: '梁守正、覃立夏',
      purpose: null,
    };
    expect(textOf('request', { contact })).toContain('联系人：莫小满，电话：07754500000。');
    expect(textOf('request', { contact })).toContain('筹备组成员：梁守正、覃立夏。');
    expect(textOf('request')).toContain('联系人：　　　　　　，电话：');
  });

  it('that is not answered yet leaves number and day blank', () => {
    const text = textOf('approval');
    expect(text).toContain('　　　　〔　　　　〕　　号');
    expect(text).toContain('　　　　年　　月　　日');
    expect(text).toContain('（甲工筹〔2026〕1号）收悉');
  });

  it('that reports has the ballots and the votes of each body', () => {
    const text = textOf('results');
    expect(text).toContain('应到30人，实到20人');
    expect(text).toContain('发出选票20张，收回20张，有效票19张');
    expect(text).toContain('女职工委员会：农白露（委员，17票）。');
  });

  it('that founds states the term, or leaves it open', () => {
    expect(textOf('founded')).toContain('本届任期　　年');
    const term = { years: 3, endsOn: '2029-06-11' };
    expect(textOf('founded', { term })).toContain('本届任期3年，到2029年6月11日止');
  });

  it('that registers is filled from the facts, never with an ID number or a phone of a person', () => {
    const text = textOf('registration', {
      done: { founded: { on: '2026-06-12', no: '甲工批〔2026〕31号' } },
    });
    for (const part of [
      '申请类型=申请',
      '批准文号=甲工批〔2026〕31号',
      '职工人数=41',
      '会员人数=30',
      '法定代表人=梁守正',
      '身份证号码=\n',
      '手机=\n',
    ])
      expect(text).toContain(part);
  });
});

describe('the sheet of a paper', () => {
  const measure: Measure = (text, size) => [...text].length * size;

  it('keeps every line between its edges, over as many pages as it needs', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...{ name: `职工${n}`, post: '委员', votes: 16, body: `委员会${n}` },
    }));
    for (const which of ['results', 'registration'] as const) {
      const pages = paperSheet(paperOf(which, { ...facts, elected: many }), measure);
      // The form is one sheet, to be stamped; a long report goes on.
      expect(pages.length > 1).toBe(which === 'results');
      for (const mark of pages.flat()) {
        expect(mark.y).toBeLessThanOrEqual(791);
        if (mark.kind === 'text' && (mark.align ?? 'left') === 'left')
          expect(mark.x + measure(mark.text, mark.size)).toBeLessThanOrEqual(512 + mark.size);
      }
    }
  });
});
