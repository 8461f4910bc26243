import { Tabs } from '@/components/ui/tabs';

export function SettingsTabs({ current }: { current: 'settings' | 'holidays' }) {
  return (
    <Tabs
      label="设置"
      tabs={[
        { label: '参数', href: '/desk/settings', current: current === 'settings' },
        { label: '节假日', href: '/desk/settings/holidays', current: current === 'holidays' },
      ]}
    />
  );
}
