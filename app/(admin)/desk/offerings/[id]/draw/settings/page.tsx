import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { changeAllocationAction } from '@/features/draws/actions';
import { AllocationForm } from '@/features/draws/components/desk-allocation-form';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { OfferingFrame } from '@/features/scheduling/components/desk-offering-frame';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '名额怎么给' };

export default async function AllocationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/draw/settings`);
  const offering = await getDeskOffering(ctx, id);
  if (offering.status === 'finished' || offering.status === 'cancelled') {
    redirect(`/desk/offerings/${id}/draw`);
  }
  return (
    <OfferingFrame offering={offering} tab="draw">
      <AllocationForm offering={offering} action={changeAllocationAction} />
    </OfferingFrame>
  );
}
