import { describe, expect, it } from 'vitest';
import { fieldsFor, fillFields, textProblem } from './fields';

const values = {
  服务: '骑手安全课',
  场次: '第一场',
  时间: '12月5日（周六）09:00–11:00',
  地点: '江南街道工会会议室',
  预约号: 'YY26-0101-000001',
  截止: '12月3日（周四）18:00',
};

describe('a text to many', () => {
  it.each([
    ['{服务}{时间}开始，地点{地点}', null],
    ['｛场次｝改期了', null],
    ['没有栏目的一句话', null],
    ['{姓名}您好', '{姓名} 不认识。可以用的有：{服务}、{场次}、{时间}、{地点}、{预约号}'],
    ['{}您好', '{} 不认识。可以用的有：{服务}、{场次}、{时间}、{地点}、{预约号}'],
    [
      '请在{截止}前确认',
      '{截止} 只能发给还没确认的人。可以用的有：{服务}、{场次}、{时间}、{地点}、{预约号}',
    ],
    ['{时间开始', '大括号要成对，里面写栏目名，如 {时间}'],
    ['时间}开始', '大括号要成对，里面写栏目名，如 {时间}'],
    ['请带：____', '还有空没填：请把 ____ 换成要说的话'],
  ])('“%s” is answered by %s', (text, problem) => {
    expect(textProblem(text, 'joined')).toBe(problem);
  });

  it('may name the end of waiting only to who has yet to answer', () => {
    expect(textProblem('请在{截止}前确认', 'unconfirmed')).toBeNull();
    expect(fieldsFor('waiting')).not.toContain('截止');
  });

  it('is filled in for one person, braces of either width', () => {
    expect(fillFields('{服务}｛ 时间 ｝，{预约号}', values)).toBe(
      '骑手安全课12月5日（周六）09:00–11:00，YY26-0101-000001',
    );
  });
});
