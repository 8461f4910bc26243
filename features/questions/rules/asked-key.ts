/** What is asked of a booking that was moved; an undo takes it back by this. */
export const askedWhenMovedKey = (b: { readonly id: string; readonly version: number }): string =>
  `questions:${b.id}:moved:${b.version}`;
