import { z } from 'zod';
import { applicationVersion, consented } from '@/features/applications/schema/joining';

export const transferInput = z.strictObject({ version: applicationVersion, idConsent: consented });

export type TransferInput = z.output<typeof transferInput>;
