import { obstacleWords } from './rules/obstacles';

/** What each refusal about duplicates means to the officer, and what to do. */
export const duplicatesWords = {
  ...obstacleWords,
  step_up: '请先输入动态码，再合并或拆开',
  answered: '已有人办过，或其中一条已变，请返回列表',
  own_case: '这是您本人或家人的记录，请由同事办理（回避）',
  too_many: '今天指定得太多了，请明天再试',
  no_such_record: '有一条没有找到，请核对',
  one_record: '两个填的是同一条，请核对',
  undone: '这次合并已经拆开',
  later_merge: '其中一条后来又合并过。先拆开后一次，再拆这次',
  moved_on: '合并后会籍已转走，不能拆开。请先办撤回或更正会籍',
};
