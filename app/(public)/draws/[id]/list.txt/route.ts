import { drawFile } from '@/features/draws/queries/draw-file';

export const dynamic = 'force-dynamic';

/** The list of a draw as published, for a verifier; anyone may have it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  return drawFile((await params).id, 'list');
}
