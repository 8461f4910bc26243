import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { CounterPhoneForm } from '@/features/counter/components/counter-forms';
import { canEnterApplication } from '@/features/counter/policy';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '柜台代办' };

export default async function CounterPage() {
  const ctx = await requireStaff('/desk/counter');
  if (!canEnterApplication.anywhere(ctx.actor)) forbidden();
  return (
    <DeskMain>
      <div className="max-w-[560px]">
        <h1>柜台代办入会</h1>
        <p className="mb-4 text-ink-2">
          职工不会用手机也能入会。验证码证明本人在场；代办人和本人都会记录在案。
        </p>
        <CounterPhoneForm />
      </div>
    </DeskMain>
  );
}
