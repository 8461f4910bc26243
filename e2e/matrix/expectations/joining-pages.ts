import type { Actor } from '../actors';
import { gets, officers, signedIn, type Visit } from '../outcomes';

/** Not members, and nothing answered yet: sent to the task list. */
export const nothingYet: readonly Actor[] = officers.filter((actor) => actor !== 'union');

/** The pages of joining, for everybody. */
export const joining: Record<string, Visit> = {
  '/join': signedIn(),
  /** A member who scans another union's code is led to 转会. */
  '/join/[code]': gets(
    'ok',
    { elsewhere: ['member', 'other', 'union'] },
    { at: (p) => `/join/${p.joinCode}` },
  ),
  '/join/name': signedIn(),
  '/join/id': signedIn(),
  '/join/id/other': signedIn(),
  '/join/occupation': signedIn(),
  '/join/workplace': signedIn(),
  '/join/workplace/employer': signedIn(),
  '/join/workplace/town': signedIn(),
  '/join/workplace/industry': signedIn(),
  '/join/check': signedIn(undefined, { elsewhere: nothingYet }),
  '/join/transfer': signedIn(undefined, { elsewhere: nothingYet }),
};
