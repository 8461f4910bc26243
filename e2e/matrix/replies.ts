import { type Actor, actors, type Visitor } from './actors';
import { plainPeople } from './outcomes';
import type { Places } from './places';
import type { Fields } from './post-action';

/** `may` passes the door; everything else is the code that the form shows instead. */
export type ActionReply =
  | 'may'
  | 'sign_in'
  | 'forbidden'
  | 'not_found'
  /** The same words as for one's own that is over: nobody learns that it is another's. */
  | 'session_gone'
  | 'invitation_over'
  /** A form of many rows: each row has its own refusal. */
  | 'ok';

export interface ActionRow {
  readonly gets: Readonly<Record<Actor, ActionReply>>;
  /** A form that a permitted actor could send: refusals must be about the actor. */
  readonly input: (places: Places, who: Visitor) => Fields;
  /** Codes that those who may get as well, because an earlier call has changed the matter. */
  readonly mayAlso?: readonly string[];
  /** Called for one actor only: it uses the matter up, or a limit counts it. */
  readonly once?: boolean;
}

type Input = ActionRow['input'];
type Groups = Partial<Record<ActionReply, readonly Actor[]>>;
type More = Pick<ActionRow, 'mayAlso' | 'once'>;

function replies(usual: ActionReply, groups: Groups, input: Input, more: More = {}): ActionRow {
  const gets = Object.fromEntries(actors.map((actor) => [actor, usual])) as Record<
    Actor,
    ActionReply
  >;
  for (const [reply, named] of Object.entries(groups)) {
    for (const actor of named) gets[actor] = reply as ActionReply;
  }
  return { gets, input, ...more };
}

export const anyone = (input: Input, more?: More): ActionRow => replies('may', {}, input, more);

/** About oneself only: whoever has signed in. */
export const forOneself = (input: Input, groups: Groups = {}): ActionRow =>
  replies('may', { sign_in: ['anonymous'], ...groups }, input);

/** Something of the first member's: to everyone else it does not exist, unless `groups` says so. */
export const forOwner = (input: Input, groups: Groups = {}, more?: More): ActionRow =>
  replies('not_found', { sign_in: ['anonymous'], may: ['member'], ...groups }, input, more);

/** For the officers named; `otherwise` is what the other officers read. */
export const forOfficers = (
  may: readonly Actor[],
  otherwise: 'forbidden' | 'not_found',
  input: Input,
  groups: Groups = {},
  more?: More,
): ActionRow => {
  const plain = plainPeople.filter((actor) => actor !== 'anonymous');
  const stopped: Groups = { sign_in: ['anonymous'], may };
  const row = replies(otherwise, { ...stopped, ...groups }, input, more);
  for (const actor of plain)
    if (row.gets[actor] === otherwise) Object.assign(row.gets, { [actor]: 'forbidden' });
  return row;
};
