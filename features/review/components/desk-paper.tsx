import {
  ApplicationLetter,
  RegistrationForm,
} from '@/features/applications/components/paper-forms';
import { PrintFormButton } from '@/features/applications/components/print-button';
import type { Ctx } from '@/lib/ctx';
import { getDeskApplication } from '../queries/desk-application';

interface DeskPaperProps {
  ctx: Ctx;
  id: string;
  qr: { drawing: { size: number; path: string }; label: string };
}

/** The application's two sheets for the union's file, numbers masked as everywhere. */
export async function DeskPaper({ ctx, id, qr }: DeskPaperProps) {
  const application = await getDeskApplication(ctx, id);
  const { occupation, trail, phoneMasked, ...rest } = application;
  const paper = {
    ...rest,
    occupationName: occupation,
    unionName: trail.at(-1)?.name ?? null,
    phoneTail: phoneMasked.slice(-4),
  };
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap items-center justify-between gap-4">
        <h1>入会申请书和登记表</h1>
        <PrintFormButton />
      </div>
      <div>
        <ApplicationLetter myCase={paper} qr={qr} />
        <RegistrationForm myCase={paper} qr={qr} />
      </div>
    </>
  );
}
