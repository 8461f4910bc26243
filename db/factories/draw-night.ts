import { sqlAsOwner } from '@/db/testing';

/** Changes a draw's row past its guard, as only a test may: the night of its number has come, or gone. */
export async function theNight(drawId: string, seedOn: string, fallbackOn: string): Promise<void> {
  await sqlAsOwner().begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update draws set seed_on = ${seedOn}, fallback_on = ${fallbackOn} where id = ${drawId}`;
  });
}

/** So many days from today in 港南. */
export const dayFromNow = (n: number): string =>
  new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** What stands on the lottery's page for a day; the year in front is checked. */
export const lotteryNumber = (on: string, digits = '407') => ({
  issue: `${on.slice(0, 4)}153`,
  digits,
  again: digits,
});
