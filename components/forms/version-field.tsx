'use client';
import { useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';

/**
 * The version that the officer saw. After a conflict it becomes the newer one, so that saving again is
 * a decision and not a second refusal; what was typed stays in the fields.
 */
export function VersionField({ version }: { version: number }) {
  const { code, data } = useContext(FormContext);
  const newer =
    code === 'changed_meanwhile' && typeof data === 'object' && data !== null && 'version' in data
      ? Number(data.version)
      : version;
  return <input type="hidden" name="version" value={newer} />;
}
