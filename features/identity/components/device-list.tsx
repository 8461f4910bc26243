import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { CellList } from '@/components/ui/cell-list';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/dates';
import { endDeviceAction } from '../actions';
import type { Device } from '../queries/devices';

/** Where one is signed in; each other device can be ended from here. */
export function DeviceList({ devices, now }: { devices: readonly Device[]; now: Date }) {
  return (
    <CellList>
      {devices.map((device) => (
        <li key={device.sessionId} className="cell">
          <span className="min-w-0 flex-auto">
            <span className="block">
              {device.words} {device.isThis && <Tag tone="success">本机</Tag>}
              {device.mode === 'staff' && <Tag tone="neutral">工作台</Tag>}
            </span>
            <span className="block text-secondary text-ink-2">
              {device.isThis ? '正在使用' : `最近使用 ${formatDateTime(device.lastSeenAt, now)}`}
            </span>
          </span>
          {!device.isThis && (
            <Form
              action={endDeviceAction}
              className="flex-none"
              aria-label={`退出 ${device.words}`}
            >
              <input type="hidden" name="sessionId" value={device.sessionId} />
              <SubmitButton variant="danger" small block={false} pendingText="退出中…">
                退出
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </CellList>
  );
}
