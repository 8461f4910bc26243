import type { SmsProvider } from './provider';

/**
 * For the demo and for development: the outbox row already holds the text, and /dev/messages shows
 * it, so there is nothing left to send.
 */
export const consoleSms: SmsProvider = {
  name: 'console',
  send: async ({ idempotencyKey }) => ({ ok: true, providerId: idempotencyKey }),
};
