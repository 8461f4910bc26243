import { permission } from '@/lib/access';

/** Change settings and the working calendar of the whole portal. */
export const canConfigure = permission({
  name: 'configure_portal',
  label: '修改参数设置和节假日',
  roles: ['system_admin'],
});
