import type { Actor, Visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import type { Places } from '../matrix/places';
import { type Fields, pathOf, postAction } from '../matrix/post-action';

/** Somebody who may, or is let as far as the case itself: the form is judged then, not the person. */
export const holderOf = (name: string): Actor =>
  (['may', 'not_found', 'ok']
    .flatMap((reply) => Object.entries(actionRows[name]?.gets ?? {}).filter(([, r]) => r === reply))
    .at(0)?.[0] ?? 'member') as Actor;

/** Sends an action's usual form with some fields changed or added; the code it is answered with. */
export async function fill(
  name: string,
  actor: Actor,
  who: Visitor,
  places: Places,
  more: Fields,
): Promise<string> {
  const fields = { ...actionRows[name]?.input(places, who), ...more };
  const { id, path } = pathOf(name, places);
  const { code, answer } = await postAction(id, fields, { path, cookie: who.cookie });
  if (answer.status >= 500) throw new Error(`${name} as ${actor}: ${answer.status}`);
  return code;
}
