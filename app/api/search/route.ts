import { searchAddress } from '@/lib/auth/search';
import { currentCtx } from '@/lib/auth/session';
import { formToObject, unreadable } from '@/lib/forms/form';
import { badForm, seeOther } from '@/lib/http/file-answer';
import { safeRedirect } from '@/lib/http/safe-redirect';

/** To the list that was asked, its words sealed: no address, history or referrer says whom one looks for. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (!form) return badForm(unreadable);
  const { to, ...sent } = formToObject(form);
  const [path = '/'] = safeRedirect(to).split(/[?#]/);
  const texts = Object.entries(sent).filter((pair): pair is [string, string] => {
    return typeof pair[1] === 'string';
  });
  if (texts.length < Object.keys(sent).length) return badForm(unreadable);
  return seeOther(searchAddress(await currentCtx(), path, Object.fromEntries(texts)));
}
