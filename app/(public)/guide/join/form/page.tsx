import {
  ApplicationLetter,
  RegistrationForm,
} from '@/features/applications/components/paper-forms';
import { PaperPage } from '@/features/applications/components/paper-page';

export const metadata = { title: '空白入会表格' };

export default function BlankFormPage() {
  return (
    <PaperPage
      backHref="/guide/join"
      title="空白入会表格"
      words="A4 纸两页：入会申请书、会员登记表。手写后交到单位工会或镇、街道工会。"
    >
      <ApplicationLetter />
      <RegistrationForm />
    </PaperPage>
  );
}
