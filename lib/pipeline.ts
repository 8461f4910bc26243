/**
 * Statements of one open transaction, sent together: they run in this order on its one connection and
 * cost one round trip instead of one each, which counts while a row is locked. Order holds because each
 * writer sends its first statement before it waits for anything; a second one follows after all of them.
 * @param writes calls of writers that have begun; what is false or null is left out
 * @throws the first failure, after which the transaction can only be rolled back
 */
export async function pipeline(
  writes: readonly (Promise<unknown> | false | '' | null | undefined)[],
): Promise<void> {
  await Promise.all(writes);
}
