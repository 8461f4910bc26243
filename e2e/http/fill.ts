import type { Actor, Visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import type { Places } from '../matrix/places';
import { pathOf, postAction } from '../matrix/post-action';

/** Somebody who may, so that it is the form that is judged and not the person. */
export const holderOf = (name: string): Actor =>
  (Object.entries(actionRows[name]?.gets ?? {}).find(([, reply]) => reply === 'may')?.[0] ??
    'member') as Actor;

/** Sends an action's usual form with some fields changed or added; the code it is answered with. */
export async function fill(
  name: string,
  actor: Actor,
  who: Visitor,
  places: Places,
  more: Record<string, string>,
): Promise<string> {
  const fields = { ...actionRows[name]?.input(places, who), ...more };
  const { id, path } = pathOf(name, places);
  const { code, answer } = await postAction(id, fields, { path, cookie: who.cookie });
  if (answer.status >= 500) throw new Error(`${name} as ${actor}: ${answer.status}`);
  return code;
}
