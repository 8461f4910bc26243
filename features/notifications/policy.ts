import { permission } from '@/lib/access';

/** See which text messages did not arrive, and send them again. */
export const canResendMessages = permission({
  name: 'resend_messages',
  label: '查看并重发没有送达的短信',
  roles: ['system_admin'],
});
