import 'server-only';
import { noteBusy } from '../arrival';
import { busyCode } from '../busy';
import type { Ctx } from '../ctx';
import { Conflict, Forbidden, NotFound, pgFailure } from '../errors';
import { log } from '../log';
import { portal } from '../portal/portal';
import type { ActionState } from './form';

/** The nearest place in our own code; never the message, which may hold what a person typed. */
function frameOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /((?:app|features|lib|db|components|\.next)\/[^\s()]+:\d+:\d+)/.exec(stack)?.[1];
}

/** The one mapper from thrown errors to what a person reads (security.md §3): reason, next step, number. */
export function stateOfError(ctx: Pick<Ctx, 'requestId'>, error: unknown): ActionState {
  const number = ctx.requestId.slice(-8);
  if (error instanceof NotFound) {
    return { status: 'error', code: 'not_found', message: '内容不存在或已下线' };
  }
  if (error instanceof Forbidden) {
    return {
      status: 'error',
      code: 'forbidden',
      message: '您没有此操作权限，如需办理请联系所属工会',
    };
  }
  if (error instanceof Conflict) {
    return { status: 'error', code: 'conflict', message: '该内容已被处理，请刷新查看' };
  }
  const failure = pgFailure(error);
  if (failure?.constraint?.endsWith('_plain_text')) {
    const message = '文字里有会打乱顺序的隐藏符号或乱码，请重新输入这一处，不要粘贴';
    return { status: 'invalid', code: 'invalid', message };
  }
  const waited = busyCode(error);
  if (waited) {
    noteBusy();
    log().warn('busy', { requestId: ctx.requestId, code: waited });
    return {
      status: 'error',
      code: 'busy',
      message: `系统繁忙，填写内容已保留，请稍后重试（编号 ${number}）`,
    };
  }
  log().error('unexpected', {
    requestId: ctx.requestId,
    sqlState: failure?.code,
    reason: error instanceof Error ? error.name : 'unknown',
    frame: frameOf(error),
  });
  return {
    status: 'error',
    code: 'unexpected',
    message: `系统出错了，填写内容已保留。请重试，或拨打 ${portal().hotline} 并报编号 ${number}`,
  };
}
