import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { changeAllocationAction } from '@/features/draws/actions';
import { AllocationForm } from '@/features/draws/components/desk-allocation-form';
import { offeringTab } from '@/features/scheduling/components/offering-tab';

export const metadata: Metadata = { title: '名额怎么给' };

export default offeringTab(
  'draw',
  async ({ id, offering }) => {
    if (offering.status === 'finished' || offering.status === 'cancelled') {
      redirect(`/desk/offerings/${id}/draw`);
    }
    return <AllocationForm offering={offering} action={changeAllocationAction} />;
  },
  '/settings',
);
