import type { importRowStates, importStatuses } from '@/db/schema/enums';
import type { ImportChoice, ImportKind } from './book-row';

/** What becomes of an import, and from where to where: a state machine, as docs/domain.md shows it. */
export const importTransitions = {
  uploaded: ['checking', 'cancelled'],
  checking: ['ready', 'cancelled'],
  ready: ['checking', 'writing', 'cancelled'],
  writing: ['written'],
  written: ['taking_back'],
  taking_back: ['taken_back'],
  taken_back: [],
  cancelled: [],
} as const satisfies Record<(typeof importStatuses)[number], readonly string[]>;

export const importStatusLabels: Record<(typeof importStatuses)[number], string> = {
  uploaded: '待对栏',
  checking: '正在核对',
  ready: '还没写入',
  writing: '正在写入',
  written: '已写入',
  taking_back: '正在撤销',
  taken_back: '已撤销',
  cancelled: '已放弃',
};

export const kindWords: Record<ImportKind, string> = {
  new: '新',
  same: '不变',
  update: '更新',
  conflict: '冲突',
  error: '错误',
  twice: '表中两次',
  absent: '表里没有的',
};

export const choiceWords: Record<ImportChoice, string> = {
  write: '写入',
  skip: '先不写',
  use_book: '用表里的',
  without_phone: '不带手机号写入',
  match: '是同一家，更新它',
  separate: '是另一家，新登记',
};

/** A choice where the name differs: what is written leaves the name as it is. */
export const choiceWord = (choice: ImportChoice, choices: readonly ImportChoice[]): string =>
  choice === 'write' && choices.includes('use_book') ? '用库里的' : choiceWords[choice];

/** Why a row was not written, or not taken back. */
export const reasonWords: Record<string, string> = {
  changed: '核对以后有变化，需再看。请重新传这一行',
  not_wanted: '不用写',
  failed: '没有办成，请联系管理员',
  right_lost: '写到这一行时，办理人已没有这项权限。请由现在负责的干部重新导入',
  forgotten: '这一行的内容已删除，没有写入',
  signed_in: '本人已登录',
  edited: '有人改过',
  booked: '报了活动',
  family: '登记了家人',
  messaged: '收到过通知',
  visited: '走访过',
  founding: '在建会',
  listed: '已列入台账，不再退回',
  members: '有了会员',
  officers: '有了管理员',
  children: '下面有了别的工会',
  used: '有了别的记录',
};

export const rowStateWords: Record<(typeof importRowStates)[number], string> = {
  reviewed: '没有写入',
  written: '已写入',
  left: '没有写入',
  taken_back: '已收回',
  stayed: '留下',
  failed: '收不回',
};
