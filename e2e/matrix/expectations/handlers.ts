import { gets, officers, unionOfficers, type Visit } from '../outcomes';
import { unionReaders } from './figure-pages';
import { nothingYet } from './joining-pages';

/** Route handlers answer machines: 401 and 403 stand for `login` and `forbidden`. */
export const handlerRows: Record<string, Visit> = {
  'GET /api/health': gets('ok'),
  'GET /api/ready': gets('ok'),
  'GET /manifest.webmanifest': gets('ok'),
  'GET /mark.svg': gets('ok'),
  // The code hangs on the union's wall anyway.
  'GET /api/organisations/[id]/join-code': gets(
    'ok',
    {},
    { at: (p) => `/api/organisations/${p.union}/join-code` },
  ),
  'GET /api/bookings/[id]/calendar': gets(
    'not_found',
    { ok: ['member'] },
    { at: (p) => `/api/bookings/${p.booking}/calendar` },
  ),
  // A booking that its own rules refuse (409) got past the door.
  'POST /api/bookings': gets(
    'not_found',
    { login: ['anonymous'] },
    { json: (p) => ({ offeringId: p.nothing, sessionId: p.nothing, who: 'self' }) },
  ),
  // Counts of what everyone may book.
  'GET /api/services/[id]/places': gets(
    'ok',
    {},
    { at: (p) => `/api/services/${p.offering}/places` },
  ),
  'GET /api/desk/offerings/[id]/code': gets(
    'not_found',
    { staff_login: ['anonymous'], ok: ['town', 'economy'] },
    { at: (p) => `/api/desk/offerings/${p.offering}/code` },
  ),
  'GET /api/desk/check-ins': gets(
    'not_found',
    { login: ['anonymous'], ok: ['town', 'economy'] },
    { at: (p) => `/api/desk/check-ins?session=${p.session}` },
  ),
  // How long one's own session lasts; without one it is over.
  'GET /api/desk/session': gets('ok'),
  'POST /api/desk/session': gets('ok', { login: ['anonymous'] }, { json: () => ({}) }),
  'GET /api/certificates/[id]': gets(
    'not_found',
    {},
    { at: (p) => `/api/certificates/${p.nothing}` },
  ),
  'GET /api/desk/room-code': gets(
    'not_found',
    { login: ['anonymous'], ok: ['town', 'economy'] },
    { at: (p) => `/api/desk/room-code?session=${p.session}` },
  ),
  // A row that nobody can read is answered; the door is open all the same.
  'POST /api/desk/check-ins': gets(
    'not_found',
    { login: ['anonymous'], ok: ['town', 'economy'] },
    { json: (p) => ({ sessionId: p.session, deviceId: 'matrix-device', scans: [{}] }) },
  ),
  // None was issued yet: whoever may is led back to the page, which says so.
  'POST /api/desk/certificates/[session]': gets(
    'not_found',
    { staff_login: ['anonymous'], elsewhere: ['town', 'economy'] },
    { at: (p) => `/api/desk/certificates/${p.session}`, form: () => ({}) },
  ),
  'POST /api/desk/rolls/[session]': gets(
    'not_found',
    { staff_login: ['anonymous'], ok: ['town', 'economy'] },
    { at: (p) => `/api/desk/rolls/${p.session}`, form: () => ({}) },
  ),
  // A link of nobody: it does not exist even for who may read the roll.
  'POST /api/desk/rolls/[session]/file': gets(
    'not_found',
    { staff_login: ['anonymous'] },
    {
      at: (p) => `/api/desk/rolls/${p.session}/file`,
      form: () => ({ link: 'made-up' }),
    },
  ),
  // Numbers, and of whom nothing.
  'GET /api/desk/figures': gets('not_found', {
    staff_login: ['anonymous'],
    ok: unionOfficers.filter((actor) => actor !== 'system'),
  }),
  'GET /api/desk/union-figures': gets('not_found', {
    staff_login: ['anonymous'],
    ok: unionReaders,
  }),
  // The list as its page shows it, numbers masked.
  'POST /api/desk/exports': gets(
    'not_found',
    { staff_login: ['anonymous'], ok: unionReaders },
    { at: () => '/api/desk/exports', form: () => ({ list: 'members', asked: '', format: 'csv' }) },
  ),
  // A link of nobody: it does not exist even for who may have the list.
  'POST /api/desk/exports/file': gets(
    'not_found',
    { staff_login: ['anonymous'] },
    { at: () => '/api/desk/exports/file', form: () => ({ list: 'members', link: 'made-up' }) },
  ),
  // Names leave only with a second factor given just now: the page asks for it.
  'GET /api/desk/imports/template': gets('not_found', {
    staff_login: ['anonymous'],
    ok: ['union', 'otherUnion', 'town', 'otherTown', 'district'],
  }),
  // What its file held was forgotten.
  'GET /api/desk/imports/[id]': gets(
    'not_found',
    { staff_login: ['anonymous'] },
    { at: (p) => `/api/desk/imports/${p.bookImport}` },
  ),
  'POST /api/desk/unit-lists/[list]': gets(
    'not_found',
    { staff_login: ['anonymous'], ok: ['union', 'town'] },
    { at: (p) => `/api/desk/unit-lists/${p.unitList}`, form: () => ({ reason: '交单位排班' }) },
  ),
  // An empty table to fill in: nobody is in it.
  'GET /api/desk/unit-lists/template': gets('ok', { staff_login: ['anonymous'] }),
  'POST /api/desk/looks': gets(
    'not_found',
    { login: ['anonymous'] },
    { json: (p) => ({ applicationId: p.nothing }) },
  ),
  'POST /api/desk/views': gets(
    'forbidden',
    {
      login: ['anonymous'],
      ok: ['union', 'town', 'district'],
      not_found: ['otherUnion', 'otherTown', 'women', 'economy'],
    },
    { json: (p) => ({ ref: p.application }) },
  ),
  // Whoever asks a list is led to it; the list asks who it is.
  'POST /api/search': gets('elsewhere', {}, { form: () => ({ to: '/services', q: '电工' }) }),
  'GET /api/correction-proofs/[id]': gets(
    'not_found',
    { login: ['anonymous'], ok: ['union', 'town', 'district'] },
    { at: (p) => `/api/correction-proofs/${p.proof}` },
  ),
  // The demo's visits have no photo.
  'GET /api/visit-photos/[id]': gets(
    'not_found',
    { staff_login: ['anonymous'] },
    { at: (p) => `/api/visit-photos/${p.nothing}` },
  ),
  'GET /api/desk/members/[id]/record': gets(
    'not_found',
    { staff_login: ['anonymous'], ok: ['union', 'town', 'district'] },
    { at: (p) => `/api/desk/members/${p.member}/record` },
  ),
  'GET /api/me/record': gets('ok', { login: ['anonymous'], not_found: nothingYet }),
  'GET /api/desk/foundings/[id]/papers/[paper]': gets(
    'not_found',
    { staff_login: ['anonymous'], ok: ['town', 'district'] },
    { at: (p) => `/api/desk/foundings/${p.founding}/papers/request` },
  ),
  'GET /api/founding-files/[id]': gets(
    'not_found',
    { staff_login: ['anonymous'] },
    { at: (p) => `/api/founding-files/${p.nothing}` },
  ),
  'GET /api/answer-files/[id]': gets(
    'not_found',
    { login: ['anonymous'] },
    { at: (p) => `/api/answer-files/${p.nothing}` },
  ),
  // As the offering that it belongs to.
  'GET /api/offering-files/[id]': gets(
    'not_found',
    {},
    { at: (p) => `/api/offering-files/${p.nothing}` },
  ),
  // Numbers only: anyone may check a draw.
  'GET /draws/[id]/list.txt': gets('ok', {}, { at: (p) => `/draws/${p.draw}/list.txt` }),
  'GET /draws/[id]/results.txt': gets('ok', {}, { at: (p) => `/draws/${p.draw}/results.txt` }),
  'GET /me/card/code': gets('ok', {
    not_found: ['anonymous', ...officers.filter((actor) => actor !== 'union')],
  }),
  // Off until a provider is configured; nothing else of the library is ever open.
  'GET /api/auth/start/[provider]': gets('not_found', {}, { at: () => '/api/auth/start/oidc' }),
  'GET /api/auth/callback/[provider]': gets(
    'not_found',
    {},
    { at: () => '/api/auth/callback/wechat?code=a&state=b' },
  ),
};
