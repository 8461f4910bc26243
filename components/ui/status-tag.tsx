import { Tag, type Tone } from './tag';

/** The one list of status words and their colours. */
const toneOf = {
  草稿: 'outline',
  已提交: 'info',
  审核中: 'info',
  需补正: 'warning',
  已通过: 'success',
  未通过: 'error',
  已撤回: 'neutral',
  已预约: 'success',
  候补中: 'neutral',
  待抽签: 'info',
  待确认名额: 'info',
  逾期未确认: 'neutral',
  未中签: 'neutral',
  已签到: 'success',
  爽约: 'error',
  已取消: 'neutral',
  未开始: 'neutral',
  填写中: 'info',
  暂不能填写: 'outline',
} as const satisfies Record<string, Tone>;

export type StatusWord = keyof typeof toneOf;

export const statusWords = Object.keys(toneOf) as StatusWord[];

/** A status of a case, a booking or a task. */
export function StatusTag({ word }: { word: StatusWord }) {
  return <Tag tone={toneOf[word]}>{word}</Tag>;
}
