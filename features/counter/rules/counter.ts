/** Organisations that hold members themselves; federations only hold other unions (domain.md §1.1). */
export const memberKinds = [
  'grassroots_union',
  'joint_union',
  'online_home',
  'industry_federation',
] as const;

/** Whether a worker can join this organisation now. */
export const holdsMembers = (union: { kind: string; closedAt: Date | null }): boolean =>
  union.closedAt === null && (memberKinds as readonly string[]).includes(union.kind);
