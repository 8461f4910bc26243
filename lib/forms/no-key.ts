import type { ActionState } from './form';

/** What books something wants the page's one-time key: without it a second tap would book again. */
export const noKey: ActionState = {
  status: 'refused',
  code: 'no_key',
  message: '页面已过期，请刷新后再提交',
};
