import { Cell, CellList } from '@/components/ui/cell-list';
import type { OfferingFile } from '../rules/files-by-purpose';
import { filePath } from '../rules/shared-offering';

const sizeWords = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** What kind of file it is and how much of the data plan it takes. */
export const fileWords = ({ kind, size }: Pick<OfferingFile, 'kind' | 'size'>): string =>
  `${kind === 'pdf' ? 'PDF' : '图片'}，${sizeWords(size)}`;

/** Attachments of an offering, each a row that opens it. */
export function AttachmentList({ files }: { files: readonly OfferingFile[] }) {
  if (files.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-3 text-h3">附件</h2>
      <CellList>
        {files.map((file) => (
          <Cell
            key={file.id}
            icon="file"
            title={file.words}
            sub={fileWords(file)}
            href={filePath(file.id)}
          />
        ))}
      </CellList>
    </section>
  );
}
