'use server';
import { action } from '@/lib/forms/action';
import { markRead } from './commands/mark-read';
import { resendMessage } from './commands/resend-message';
import { markReadInput, resendMessageInput, whereTo } from './schema';
import { notificationWords as words } from './words';

export const markReadAction = action('markRead', markReadInput, markRead, {
  as: 'member',
  cold: true,
  redirect: whereTo,
});

export const resendMessageAction = action('resendMessage', resendMessageInput, resendMessage, {
  as: 'staff',
  words,
  revalidate: ['/desk/messages'],
});
