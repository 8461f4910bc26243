import type { Ctx } from './ctx';
import type { ActionState } from './form';

export interface Door {
  /** `staff` asks for a session with roles, `member` for any account, `anyone` for nothing. */
  as: 'anyone' | 'member' | 'staff';
  /** May be done after a long pause too: its page is open then as well, and nobody else's data is on it. */
  cold?: boolean;
}

const signIn: ActionState = { status: 'refused', code: 'sign_in', message: '请先登录' };
const cooled: ActionState = {
  status: 'refused',
  code: 'sign_in',
  message: '停留时间较长，请重新登录后再提交',
};
const noRight: ActionState = { status: 'refused', code: 'forbidden', message: '您没有此操作权限' };

/**
 * Why this session may not even try a command, or null. A command asks for a session in use unless it
 * says otherwise: the page around it is no protection, and the phone may be in other hands by now.
 */
export function whyNotAct({ actor }: Pick<Ctx, 'actor'>, { as, cold }: Door): ActionState | null {
  if (as === 'anyone') return null;
  if (actor.kind !== 'account') return signIn;
  if (actor.fresh === false && !cold) return cooled;
  return as === 'staff' && actor.grants.length === 0 ? noRight : null;
}
