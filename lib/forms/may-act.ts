import type { Ctx } from '../ctx';
import type { ActionState } from './form';

export interface Access {
  /** `staff` asks for a session with roles, `member` for any account, `anyone` for nothing. */
  as: 'anyone' | 'member' | 'staff';
  /** May be done after a long pause too: its page is open then as well, and nobody else's data is on it. */
  cold?: boolean;
}

/** What was typed stays where it is, and this is where to sign in again. */
const signIn = (as: Access['as'], message: string): ActionState => ({
  status: 'refused',
  code: 'sign_in',
  message,
  data: { door: as === 'staff' ? '/staff/login' : '/login' },
});
const noRight: ActionState = { status: 'refused', code: 'forbidden', message: '您没有此操作权限' };

/**
 * Why this session may not even try a command, or null. A command asks for a session in use unless it
 * says otherwise: the page around it is no protection, and the phone may be in other hands by now.
 */
export function whyNotAct({ actor }: Pick<Ctx, 'actor'>, { as, cold }: Access): ActionState | null {
  if (as === 'anyone') return null;
  if (actor.kind !== 'account') return signIn(as, '请先登录，填写的内容会保留');
  if (actor.fresh === false && !cold) return signIn(as, '停留时间较长，请重新登录后再提交');
  return as === 'staff' && actor.grants.length === 0 ? noRight : null;
}
