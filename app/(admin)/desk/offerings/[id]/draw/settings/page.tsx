import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { changeAllocationAction } from '@/features/programmes/actions/draws';
import { OfferingFrame } from '@/features/programmes/components/desk-offering-frame';
import { AllocationForm } from '@/features/programmes/components/draw/desk-allocation-form';
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
