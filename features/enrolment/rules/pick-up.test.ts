import { expect, test } from 'vitest';
import { emptyParts, pickUpChange } from '@/features/bookings/rules/pick-up';
import { answerSendBackInput } from '../schema/booking';
import { missingCorrections, needsWords } from './answers';

const granny = { name: '陈月英', relation: '奶奶', phone: '13900000009' };
const bookingId = '01a20bd9-fba2-7547-b87f-e6b657b4ce33';
const input = (more: object = {}) => answerSendBackInput.parse({ bookingId, ...more });

test('what is empty of somebody begun is named part by part, nothing of nobody (D26)', () => {
  const person = { name: '陈月英', relation: null, phone: null };
  expect(emptyParts(person).map(([part]) => part)).toEqual(['relation', 'phone']);
  expect(emptyParts(granny)).toEqual([]);
  expect(emptyParts({ name: null, relation: null, phone: null })).toEqual([]);
});

test('a changed list is said masked, the same list not at all (D24)', () => {
  expect(pickUpChange([], [granny])).toBe('接送人：无 → 奶奶陈**（尾号 0009）');
  expect(pickUpChange([granny], [])).toBe('接送人：奶奶陈**（尾号 0009） → 无');
  expect(pickUpChange([granny], [{ ...granny }])).toBeNull();
});

test('words are needed only where what the desk asked for has no field (D10)', () => {
  expect(needsWords(['pick_up', 'health_notes'])).toBe(false);
  expect(needsWords(['pick_up', 'identity'])).toBe(true);
  expect(needsWords([])).toBe(true);
});

test.each([
  ['nobody and no word', ['pick_up'], {}, ['pickUpName1']],
  ['nobody, but why', ['pick_up'], { answer: '只由我接' }, []],
  [
    'somebody by halves',
    ['pick_up'],
    { pickUpName2: '陈月英' },
    ['pickUpRelation2', 'pickUpPhone2'],
  ],
  ['notes without consent', ['health_notes'], { healthNotes: '花生过敏' }, ['healthConsent']],
  ['no words where words are asked', ['other'], {}, ['answer']],
])('a correction with %s is judged by field', (_what, asked, sent, fields) => {
  expect(Object.keys(missingCorrections(asked, input(sent)))).toEqual(fields);
});
