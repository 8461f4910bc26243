/**
 * Blind indexes whose value stands sealed beside them, to be made again under a new key. What is only
 * hashed cannot be. `kind` null: the kind of document stands in the row.
 */
export const sealedIndexes = [
  { table: 'accounts', column: 'phone_index', sealed: 'phone_sealed', kind: 'phone' },
  { table: 'class_staff', column: 'phone_index', sealed: 'phone_sealed', kind: 'phone' },
  { table: 'people', column: 'id_index', sealed: 'id_sealed', kind: null },
  { table: 'membership_applications', column: 'id_index', sealed: 'id_sealed', kind: null },
  { table: 'children', column: 'id_index', sealed: 'id_sealed', kind: null },
] as const;
