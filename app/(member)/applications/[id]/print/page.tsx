import {
  ApplicationLetter,
  RegistrationForm,
} from '@/features/applications/components/paper-forms';
import { PaperPage } from '@/features/applications/components/paper-page';
import { getMyCase } from '@/features/applications/queries/my-cases';
import { requireMember } from '@/lib/auth/session';
import { qrDrawing } from '@/lib/documents/qr';
import { publicOrigin } from '@/lib/http/origin';

export const metadata = { title: '打印入会申请书和登记表' };

export default async function PrintPage({ params }: PageProps<'/applications/[id]/print'>) {
  const { id } = await params;
  const ctx = await requireMember(`/applications/${id}/print`);
  const myCase = await getMyCase(ctx, id);
  const address = `${await publicOrigin()}/applications/${myCase.id}`;
  const qr = { drawing: qrDrawing(address), label: '打开办件进度' };
  return (
    <PaperPage
      backHref={`/applications/${myCase.id}`}
      title="入会申请书和登记表"
      words="A4 纸两页，打印后签名交到工会。手机可以选“打印”存成文件。"
    >
      <ApplicationLetter myCase={myCase} qr={qr} />
      <RegistrationForm myCase={myCase} qr={qr} />
    </PaperPage>
  );
}
