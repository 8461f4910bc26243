import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { CounterForm } from '@/features/counter/components/counter-forms';
import { canEnterApplication } from '@/features/counter/policy';
import { readCounter } from '@/features/counter/queries/counter';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '柜台代办' };

export default async function CounterFormPage({ searchParams }: PageProps<'/desk/counter/form'>) {
  const ctx = await requireStaff('/desk/counter');
  if (!canEnterApplication.anywhere(ctx.actor)) forbidden();
  const { to } = await searchParams;
  const screen = typeof to === 'string' ? await readCounter(ctx, to) : null;
  if (!screen) redirect('/desk/counter');
  return (
    <DeskMain>
      <div className="max-w-[560px]">
        <h1 className="mb-3">柜台代办入会</h1>
        <CounterForm to={String(to)} screen={screen} idempotencyKey={newId()} />
      </div>
    </DeskMain>
  );
}
