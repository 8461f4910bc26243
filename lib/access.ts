import type { Actor, ActorRole } from './actor';
import { Forbidden } from './errors';

export interface Permission {
  /** May the actor do this to something that belongs to the organisation at the end of `path`? */
  (actor: Actor, path: readonly string[]): boolean;
  readonly permission: string;
  readonly label: string;
  readonly roles: readonly ActorRole[];
  /** Organisations at which the actor holds it; what lies below them is in scope. For the WHERE. */
  organisationsOf(actor: Actor): string[];
  /** Holds it anywhere at all: whether to show the entry in a menu. */
  anywhere(actor: Actor): boolean;
}

const registered = new Map<string, Permission>();

/**
 * Declares who may do one thing. Default deny: only the listed roles, only at an organisation where
 * the role is held or below it. `docs/permissions.md` is generated from these declarations.
 * @param declaration `name` is a verb-noun key, `label` its Chinese words, `roles` who holds it
 */
export function permission(declaration: {
  name: string;
  label: string;
  roles: readonly ActorRole[];
}): Permission {
  const { name, label, roles } = declaration;
  const organisationsOf = (actor: Actor): string[] =>
    actor.kind === 'account'
      ? [
          ...new Set(
            actor.grants.filter((g) => roles.includes(g.role)).map((g) => g.organisationId),
          ),
        ]
      : [];
  const check = (actor: Actor, path: readonly string[]): boolean =>
    organisationsOf(actor).some((id) => path.includes(id));
  const made: Permission = Object.assign(check, {
    permission: name,
    label,
    roles,
    organisationsOf,
    anywhere: (actor: Actor) => organisationsOf(actor).length > 0,
  });
  registered.set(name, made);
  return made;
}

/** Every permission declared so far, for the generated matrix. */
export const declaredPermissions = (): Permission[] => [...registered.values()];

/**
 * Stops a command whose policy said no. A correct page never gets here. Throws Forbidden unless `allowed`.
 */
export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw new Forbidden('not allowed');
}
