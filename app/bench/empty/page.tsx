import { notFound } from 'next/navigation';
import { connection } from 'next/server';

/** A dynamic page with nothing in it: what `npm run bench` holds the catalogue against. Not there otherwise. */
export default async function EmptyPage() {
  await connection();
  if (process.env.LIANXIN_BENCH !== '1') notFound();
  return <p>空页</p>;
}
