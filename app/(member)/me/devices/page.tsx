import type { Metadata } from 'next';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { endOtherDevicesAction } from '@/features/identity/actions';
import { DeviceList } from '@/features/identity/components/device-list';
import { listDevices } from '@/features/identity/queries/devices';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '我的设备' };

export default async function DevicesPage() {
  const ctx = await requireFreshMember('/me/devices');
  const devices = await listDevices(ctx);
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="我的设备">登录着的手机和电脑。不认识的，马上退出并改密码。</PageHead>
      <DeviceList devices={devices} now={ctx.now} />
      {devices.length > 1 && (
        <Form action={endOtherDevicesAction} className="mt-4">
          <SubmitButton variant="danger" pendingText="退出中…">
            退出其他全部设备
          </SubmitButton>
        </Form>
      )}
    </FlowPage>
  );
}
