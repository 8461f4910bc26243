import { describe, expect, it } from 'vitest';
import {
  emptyParts,
  missingPickUps,
  type PickUpInput,
  parsePickUpList,
  pickUpChange,
  pickUpPeople,
} from './pick-up';

const nobody = Object.fromEntries(
  [1, 2, 3].flatMap((n) => [
    [`pickUpName${n}`, null],
    [`pickUpRelation${n}`, null],
    [`pickUpPhone${n}`, null],
  ]),
) as PickUpInput;
const grandmother = { name: '陈阿婆', relation: '奶奶', phone: '13800000009' };
const uncle = { name: '罗三', relation: '舅舅', phone: '13800000010' };

describe('the people who may fetch a child', () => {
  it('are those of whom name, relation and phone were given', () => {
    const input = {
      ...nobody,
      ...{ pickUpName1: '陈阿婆', pickUpRelation1: '奶奶', pickUpPhone1: '13800000009' },
      ...{ pickUpName3: '罗三', pickUpRelation3: '舅舅' },
    };
    expect(pickUpPeople(input)).toEqual([grandmother]);
    expect(pickUpPeople(nobody)).toEqual([]);
  });

  it('are asked for by field, when somebody was begun and not finished', () => {
    expect(missingPickUps({ ...nobody, pickUpPhone2: '13800000010' })).toEqual({
      pickUpName2: '请填写姓名；不用这位接送人，请把填的都清空',
      pickUpRelation2: '请填写是孩子的什么人；不用这位接送人，请把填的都清空',
    });
    expect(missingPickUps(nobody)).toEqual({});
  });

  it('are asked for in every part where one must be named', () => {
    const empty = { name: null, relation: null, phone: null };
    expect(emptyParts(empty).length).toBe(0);
    expect(emptyParts(empty, true).map(([part]) => part)).toEqual(['name', 'relation', 'phone']);
    expect(emptyParts(grandmother, true)).toEqual([]);
  });
});

describe('the sealed list of a booking', () => {
  it('is read as at most three people', () => {
    const four = [grandmother, uncle, grandmother, uncle];
    expect(parsePickUpList(JSON.stringify(four))).toEqual([grandmother, uncle, grandmother]);
  });

  it.each([
    ['no list', { ...grandmother }],
    ['nothing', null],
    ['a person without a phone', [{ name: '陈阿婆', relation: '奶奶' }]],
    ['a name that is no text', [{ ...grandmother, name: 7 }]],
    ['a null in place of a person', [null]],
    ['text in place of a person', ['陈阿婆']],
  ])('names nobody for %s', (_, value) => {
    expect(parsePickUpList(JSON.stringify(value))).toEqual([]);
  });
});

describe('a change of the list, as the history says it', () => {
  it('is masked, from whom to whom', () => {
    expect(pickUpChange([], [grandmother])).toBe('接送人：无 → 奶奶陈**（尾号 0009）');
    expect(pickUpChange([grandmother, uncle], [])).toBe(
      '接送人：奶奶陈**（尾号 0009）、舅舅罗*（尾号 0010） → 无',
    );
  });

  it('is nothing while the same people stand in the same order', () => {
    expect(pickUpChange([grandmother, uncle], [{ ...grandmother }, { ...uncle }])).toBeNull();
    expect(pickUpChange([grandmother, uncle], [uncle, grandmother])).not.toBeNull();
    expect(pickUpChange([uncle], [{ ...uncle, phone: '13800000011' }])).not.toBeNull();
  });
});
