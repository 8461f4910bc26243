'use server';
import { action } from '@/lib/action';
import { markRead } from './commands/mark-read';
import { markReadInput, whereTo } from './schema';

export const markReadAction = action('markRead', markReadInput, markRead, {
  as: 'member',
  cold: true,
  redirect: whereTo,
});
