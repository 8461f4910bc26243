import type { ParameterOrJSON, Sql, TransactionSql, UnsafeQueryOptions } from 'postgres';

type Client = Sql | TransactionSql;
type Work = (sql: TransactionSql) => unknown;
/** `begin` and `savepoint`: options or a name perhaps, then the work. */
type Opens = (...given: unknown[]) => unknown;

/**
 * The same driver, with Drizzle's statements prepared once per connection. Drizzle sends them through
 * `unsafe`, which the driver otherwise parses and describes anew each time: one more round trip and one
 * more planning for every statement, and no pipelining.
 */
export function preparing<C extends Client>(client: C): C {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'unsafe') {
        return (query: string, args: ParameterOrJSON<never>[] = [], options?: UnsafeQueryOptions) =>
          target.unsafe(query, args, { ...options, prepare: true });
      }
      if (name === 'begin' || name === 'savepoint') {
        return (...given: [...unknown[], Work]) => {
          const work = given.pop() as Work;
          return Reflect.apply(value as Opens, target, [
            ...given,
            (sql: TransactionSql) => work(preparing(sql)),
          ]);
        };
      }
      return value;
    },
  });
}
