import type { Assurance } from '@/db/schema/enums';
/** What this kernel is told of its use; `role` is declared where roles are (db/schema/identity.ts). */
// biome-ignore lint/suspicious/noEmptyInterface: filled by who declares the roles
export interface Declared {}

export type ActorRole = Declared extends { role: infer R extends string } ? R : string;

/** A role held at an organisation and below it. */
export interface Grant {
  readonly role: ActorRole;
  readonly organisationId: string;
  /** The name of whoever is on leave and lends it for these days; absent where it is one's own. */
  readonly actsFor?: string;
}

export interface AccountActor {
  readonly kind: 'account';
  readonly accountId: string;
  readonly personId: string | null;
  readonly sessionId: string;
  readonly displayName: string;
  readonly assurance: Assurance;
  readonly mode: 'member' | 'staff';
  /** Empty unless this session passed the second factor: holding a grant is proof enough. */
  readonly grants: readonly Grant[];
  /** When the second factor was last given in this session; exports and role changes ask how long ago. */
  readonly steppedUpAt?: Date | null;
  /** False after a long pause: pages with sensitive data ask to sign in again. */
  readonly fresh?: boolean;
}

export type Actor =
  | { readonly kind: 'anonymous' }
  /** The system itself: jobs, the seed, the command line. `label` is what the history shows. */
  | { readonly kind: 'system'; readonly label: string }
  | AccountActor;

export const anonymous: Actor = { kind: 'anonymous' };
/** The portal itself, when no person acts; `label` is what histories and the ledger call it. */
export const system = (label = '系统'): Actor => ({ kind: 'system', label });

/** The account that acts; null for a visitor who has not signed in and for the system. */
export const accountOf = (actor: Actor): string | null =>
  actor.kind === 'account' ? actor.accountId : null;
