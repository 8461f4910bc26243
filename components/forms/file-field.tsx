'use client';
import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '../ui/button-style';
import { Icon } from '../ui/icon';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { useField, useFieldId } from './form-context';

interface FileFieldProps extends FieldWords {
  accept?: string;
  multiple?: boolean;
  /** 最多 3 张，每张 10 MB */
  limits?: string;
  buttonText?: string;
}

const megabytes = (bytes: number) => `${Math.max(0.1, bytes / 1048576).toFixed(1)} MB`;

/**
 * React empties a form when its answer comes; what was chosen is put back, so that an error elsewhere
 * does not cost it.
 */
function useFilesKept() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const putBack = () => {
      const chosen = Array.from(input.current?.files ?? []);
      if (chosen.length === 0 || typeof DataTransfer === 'undefined') return;
      const list = new DataTransfer();
      for (const file of chosen) list.items.add(file);
      queueMicrotask(() => {
        if (input.current) input.current.files = list.files;
      });
    };
    const form = input.current?.form;
    form?.addEventListener('reset', putBack);
    return () => form?.removeEventListener('reset', putBack);
  }, []);
  return input;
}

/** A picture or document; the chosen names are listed, the input itself stays the real one. */
export function FileField({ accept, multiple, limits, ...words }: FileFieldProps) {
  const { name, hint, buttonText = '拍照或选图' } = words;
  const { error } = useField(name);
  const id = useFieldId()(name);
  const [files, setFiles] = useState<File[]>([]);
  const input = useFilesKept();
  return (
    <FieldFrame {...words} error={error}>
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-dashed border-control bg-surface p-3">
        <input
          ref={input}
          id={id}
          name={name}
          type="file"
          accept={accept}
          multiple={multiple}
          onChange={(event) => setFiles(Array.from(event.currentTarget.files ?? []))}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error, below: limits })}
          className="file-input"
        />
        <span
          className={buttonClass({ variant: 'secondary', small: true, className: 'needs-script' })}
        >
          <Icon name="upload" />
          {files.length > 0 ? '重新选' : buttonText}
        </span>
        {limits && (
          <span id={`${id}-below`} className="text-secondary text-ink-2">
            {limits}
          </span>
        )}
        {files.map((file) => (
          <span key={file.name} className="flex w-full items-center gap-3">
            <span className="flex size-12 flex-none items-center justify-center rounded-input border border-line bg-sunken text-ink-3">
              <Icon name="file" />
            </span>
            <span className="min-w-0">
              {file.name}
              <span className="block text-secondary text-ink-2">
                {megabytes(file.size)}，提交时上传
              </span>
            </span>
          </span>
        ))}
      </div>
    </FieldFrame>
  );
}
