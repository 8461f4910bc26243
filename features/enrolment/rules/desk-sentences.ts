import type { Sentences } from '@/features/review/rules/desk';

/** Said often enough to be one click, until the federation wrote its own; each can be changed before it is sent. */
export const bookingSentences: Sentences = {
  sendBack: ['身份或孩子资料不全，请补充', '请补填接送人', '请说明能否全程参加'],
  reject: ['不符合本期报名条件', '同一期已报了别的班', '多次联系未能核实'],
};
