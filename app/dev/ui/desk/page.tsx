import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ShellStories } from '../stories/shell-stories';

export const metadata: Metadata = { title: '工作台的框' };

/** The desk's frame in its states, which need a page of their own; only in the demonstration. */
export default async function DeskFramePage({ searchParams }: PageProps<'/dev/ui/desk'>) {
  if (process.env.LIANXIN_DEMO !== '1') notFound();
  return <ShellStories open={(await searchParams).open !== undefined} />;
}
