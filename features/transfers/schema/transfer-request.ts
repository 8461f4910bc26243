import { z } from 'zod';
import { consented, version } from '@/features/applications/schema/joining';

export const transferInput = z.strictObject({ version, idConsent: consented });

export type TransferInput = z.output<typeof transferInput>;
