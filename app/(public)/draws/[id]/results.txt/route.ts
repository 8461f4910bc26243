import { drawFile } from '@/features/draws/queries/draw-file';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** The results of a draw as published, for a verifier; anyone may have it. */
export const GET = fileRoute<{ id: string }>((ctx, { id }) => drawFile(ctx, id, 'results'));
