import type { Sql } from 'postgres';

/**
 * The backends that serve so many transactions, all of them open at the same moment: as many as there are
 * transactions, if the pool has its full size. Otherwise they wait for each other for ever.
 */
export async function backendsAtOnce(sql: Sql, many: number): Promise<Set<number>> {
  const pids = new Set<number>();
  let begun = 0;
  let allHaveBegun = () => {};
  const all = new Promise<void>((done) => {
    allHaveBegun = done;
  });
  const hold = () =>
    sql.begin(async (tx) => {
      const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      if (row) pids.add(row.pid);
      begun += 1;
      if (begun === many) allHaveBegun();
      await all;
    });
  await Promise.all(Array.from({ length: many }, hold));
  return pids;
}
