import type { Actor } from '../actors';
import { desk, gets, memberOnly, officers, signedIn, unionOfficers, type Visit } from '../outcomes';
import { figurePages } from './figure-pages';
import { joining, nothingYet } from './joining-pages';
import { organisationPages } from './organisation-pages';
import { planningPages } from './planning-pages';
import { registerPages } from './register-pages';
import { segmentPages } from './segment-pages';
import { signingIn } from './sign-in-pages';

const everyone = gets('ok');
const reviewers: readonly Actor[] = ['union', 'otherUnion', 'town', 'otherTown', 'district'];
const trainers: readonly Actor[] = ['union', 'otherUnion', 'town', 'otherTown', 'economy'];
const organisers: readonly Actor[] = [...trainers, 'women'];
/** Who names members of unions. */
const namers: readonly Actor[] = ['union', 'otherUnion', 'town', 'otherTown'];
/** Who runs a course of 江南街道. */
const courseStaff: readonly Actor[] = ['town', 'economy'];

/** Who runs the class of 江南街道; to everyone else it does not exist. */
const classOnly = (at: Visit['at'], ok: readonly Actor[] = ['town', 'women']): Visit =>
  gets('not_found', { login: ['anonymous'], ok }, { at });

const reading: Record<string, Visit> = {
  '/': everyone,
  '/accessibility': everyone,
  '/privacy': everyone,
  '/terms': everyone,
  '/help': everyone,
  '/help/[topic]': gets('ok', {}, { at: () => '/help/rights' }),
  '/guide/join': everyone,
  '/guide/join/form': everyone,
  '/offline': everyone,
  '/services': everyone,
  '/services/[id]': gets('ok', {}, { at: (p) => `/services/${p.offering}` }),
  '/services/[id]/book': signedIn((p) => `/services/${p.offering}/book?s=${p.session}`),
  // As a member will see it, for who manages it.
  '/services/[id]/preview': desk(courseStaff, (p) => `/services/${p.offering}/preview`),
  '/services/[id]/return': signedIn((p) => `/services/${p.screening}/return`),
  // The course asks nothing, so its form leads on to the booking.
  '/services/[id]/questions': gets(
    'elsewhere',
    { login: ['anonymous'] },
    { at: (p) => `/services/${p.offering}/questions?s=${p.session}` },
  ),
  '/draws/fingerprint': everyone,
  '/draws/[id]': gets('ok', {}, { at: (p) => `/draws/${p.draw}` }),
  '/draws/[id]/list': gets('ok', {}, { at: (p) => `/draws/${p.draw}/list` }),
  '/draws/[id]/verify': gets('ok', {}, { at: (p) => `/draws/${p.draw}/verify` }),
  '/draws/[id]/objection': signedIn((p) => `/draws/${p.draw}/objection`),
  '/v/[token]': gets('ok', {}, { at: () => '/v/made-up' }),
  '/c/[token]': gets('ok', {}, { at: () => '/c/made-up-token-of-some-length' }),
  '/r/[token]': gets('ok', {}, { at: () => '/r/made-up' }),
  '/b/[token]': gets('ok', {}, { at: () => '/b/made-up' }),
  // There only while `npm run bench` runs.
  '/bench/empty': gets('not_found'),
  '/dev/ui': everyone,
  '/dev/ui/desk': everyone,
  '/dev/messages': everyone,
};

const own: Record<string, Visit> = {
  '/affairs': everyone,
  '/applications/[id]': memberOnly((p) => `/applications/${p.ownApplication}`),
  '/applications/[id]/print': memberOnly((p) => `/applications/${p.ownApplication}/print`),
  '/applications/[id]/receipt': memberOnly((p) => `/applications/${p.ownApplication}/receipt`),
  '/me': signedIn(),
  '/me/bookings': signedIn(),
  '/me/bookings/[id]': memberOnly((p) => `/me/bookings/${p.booking}`),
  '/me/bookings/[id]/questions': gets(
    'not_found',
    { login: ['anonymous'], elsewhere: ['member'] },
    { at: (p) => `/me/bookings/${p.booking}/questions` },
  ),
  '/me/bookings/[id]/class': memberOnly((p) => `/me/bookings/${p.classBooking}/class`),
  '/me/bookings/[id]/pick-up': memberOnly((p) => `/me/bookings/${p.classBooking}/pick-up`),
  // Assigned staff come by their phone; of the officers only the organiser's own. A child's record is
  // for the assigned alone, as the town's officer is.
  '/class/[session]': classOnly((p) => `/class/${p.classSession}`),
  '/class/[session]/[booking]': classOnly(
    (p) => `/class/${p.classSession}/${p.classBooking}`,
    ['town'],
  ),
  '/class/[session]/pick-up': classOnly((p) => `/class/${p.classSession}/pick-up`),
  '/class/[session]/messages': gets(
    'not_found',
    { login: ['anonymous'], ok: ['town'], forbidden: ['women'] },
    { at: (p) => `/class/${p.classSession}/messages` },
  ),
  '/class/[session]/messages/[message]': gets(
    'not_found',
    { login: ['anonymous'], forbidden: ['women'] },
    { at: (p) => `/class/${p.classSession}/messages/${p.nothing}` },
  ),
  '/class/[session]/incidents': classOnly((p) => `/class/${p.classSession}/incidents`),
  '/me/bookings/[id]/cancel': memberOnly((p) => `/me/bookings/${p.booking}/cancel`),
  // A course is not moved: only a screening is.
  '/me/bookings/[id]/reschedule': memberOnly((p) => `/me/bookings/${p.booking}/reschedule`, {
    elsewhere: ['member'],
  }),
  // Nothing was missed, so there is nothing to appeal against.
  '/me/bookings/[id]/appeal': memberOnly((p) => `/me/bookings/${p.booking}/appeal`, {
    elsewhere: ['member'],
  }),
  '/me/card': signedIn(),
  // Somebody without a name on record has nothing to put right; the first member has begun to.
  '/me/corrections': signedIn(),
  '/me/corrections/new': signedIn(() => '/me/corrections/new?who=self', { elsewhere: nothingYet }),
  '/me/corrections/[id]': memberOnly((p) => `/me/corrections/${p.ownCorrection}`),
  '/me/certificates': signedIn(),
  '/me/certificates/[id]': memberOnly((p) => `/me/certificates/${p.nothing}`, {
    not_found: ['member'],
  }),
  '/me/follow-ups/[id]': memberOnly((p) => `/me/follow-ups/${p.nothing}`, {
    not_found: ['member'],
  }),
  '/me/devices': signedIn(),
  '/me/display': everyone,
  '/me/sign-ins': signedIn(),
  '/me/family': signedIn(),
  '/me/family/[id]': memberOnly((p) => `/me/family/${p.child}`),
  '/me/family/add': signedIn(),
  '/me/family/invitations/[id]': memberOnly((p) => `/me/family/invitations/${p.nothing}`, {
    not_found: ['member'],
  }),
  '/me/notices': signedIn(),
  '/me/password': signedIn(),
  '/me/profile': signedIn(undefined, { elsewhere: nothingYet }),
  '/me/profile/change': signedIn(() => '/me/profile/change?kind=work', { elsewhere: nothingYet }),
  '/me/record': signedIn(undefined, { elsewhere: nothingYet }),
  '/me/record/print': signedIn(undefined, { elsewhere: nothingYet }),
  '/me/transfer': signedIn(undefined, { elsewhere: nothingYet }),
  '/me/transfer/to/[union]': signedIn((p) => `/me/transfer/to/${p.industry}`),
  '/me/transfer/[id]': memberOnly((p) => `/me/transfer/${p.move}`, { not_found: ['member'] }),
  '/me/ratings/[type]/[id]': memberOnly((p) => `/me/ratings/booking/${p.booking}`),
  '/me/phone': signedIn(),
};

const course = (rest: string) => (p: { offering: string }) =>
  `/desk/offerings/${p.offering}${rest}`;

const desks: Record<string, Visit> = {
  '/desk': desk(
    [...reviewers, 'women', 'economy'],
    undefined,
    { elsewhere: ['viewer', 'system', 'hospital'] },
    'forbidden',
  ),
  '/desk/offerings/[id]/staff': desk(
    ['town', 'women'],
    (p) => `/desk/offerings/${p.runningClass}/staff`,
  ),
  '/desk/hospital': desk(['hospital'], undefined, {}, 'forbidden'),
  '/desk/appeals': desk(organisers),
  '/desk/returns': desk(['women']),
  '/desk/transfers': desk(reviewers, undefined, {}, 'forbidden'),
  '/desk/transfers/cases/[id]': desk(
    ['union', 'town', 'district'],
    (p) => `/desk/transfers/cases/${p.membershipCase}`,
    { not_found: ['otherUnion', 'otherTown'] },
    'forbidden',
  ),
  '/desk/transfers/new': desk(reviewers, undefined, {}, 'forbidden'),
  '/desk/transfers/[id]': desk(reviewers, (p) => `/desk/transfers/${p.move}`, {}, 'forbidden'),
  '/desk/corrections': desk(reviewers, undefined, {}, 'forbidden'),
  '/desk/members/[id]/correct': desk(
    ['union', 'town', 'district'],
    (p) => `/desk/members/${p.member}/correct`,
    { not_found: ['otherUnion', 'otherTown'] },
    'forbidden',
  ),
  '/desk/ratings': desk([...reviewers, 'women', 'economy']),
  '/desk/unit': desk(['union', 'otherUnion'], undefined, {}, 'forbidden'),
  '/desk/unit-lists': desk(namers, undefined, {}, 'forbidden'),
  '/desk/unit-lists/new': desk(
    namers,
    (p) => `/desk/unit-lists/new?offering=${p.unitOffering}&session=${p.unitSession}`,
    {},
    'forbidden',
  ),
  '/desk/unit-lists/[id]': desk(['union', 'town'], (p) => `/desk/unit-lists/${p.unitList}`),
  '/desk/imports': desk(reviewers, undefined, {}, 'forbidden'),
  '/desk/imports/[id]/rows/[row]': desk(
    [],
    (p) => `/desk/imports/${p.bookImport}/rows/${p.nothing}`,
  ),
  '/desk/imports/[id]': desk(['union', 'town', 'district'], (p) => `/desk/imports/${p.bookImport}`),
  '/desk/bulk': desk([...reviewers, 'women', 'economy'], undefined, {}, 'forbidden'),
  '/desk/bulk/[run]': desk(['union'], (p) => `/desk/bulk/${p.bulkRun}`),
  '/desk/applications/[id]/print': desk(['union', 'town', 'district'], (p) => {
    return `/desk/applications/${p.application}/print`;
  }),
  '/desk/counter': desk(reviewers, undefined, {}, 'forbidden'),
  // Nothing to fill in or to show without the worker's code of the step before.
  '/desk/counter/form': desk([], undefined, { elsewhere: reviewers }, 'forbidden'),
  '/desk/counter/done': desk(reviewers, undefined, {}, 'forbidden'),
  '/desk/dashboard': desk(
    unionOfficers.filter((actor) => actor !== 'system'),
    undefined,
    {},
    'forbidden',
  ),
  '/desk/weekly': desk(reviewers, undefined, {}, 'forbidden'),
  '/desk/reasons': desk(['district', 'women', 'economy']),
  '/desk/members': desk([...reviewers, 'viewer'], undefined, {}, 'forbidden'),
  '/desk/members/[id]/record': desk(
    ['union', 'town', 'district'],
    (p) => `/desk/members/${p.member}/record`,
  ),
  '/desk/members/[id]': desk(
    ['union', 'town', 'district', 'viewer'],
    (p) => `/desk/members/${p.member}`,
  ),
  '/desk/roles': desk(['system']),
  '/desk/account': desk(officers),
  '/desk/account/deputy': desk(officers),
  '/desk/who': desk(
    ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
    (p) => `/desk/who?id=${p.union}`,
    {},
    'forbidden',
  ),
  '/desk/audit': desk(['district', 'system']),
  '/desk/offerings/[id]': desk(courseStaff, course('')),
  '/desk/offerings/[id]/book': desk(courseStaff, course('/book')),
  '/desk/offerings/[id]/bookings/[booking]': desk(courseStaff, (p) => {
    return `/desk/offerings/${p.offering}/bookings/${p.booking}`;
  }),
  '/desk/offerings/[id]/edit': desk(courseStaff, course('/edit')),
  '/desk/offerings/[id]/conditions': desk(courseStaff, course('/conditions')),
  '/desk/offerings/[id]/conditions/edit': desk(courseStaff, course('/conditions/edit')),
  '/desk/offerings/[id]/cancel': desk(courseStaff, course('/cancel')),
  '/desk/offerings/[id]/settings': desk(courseStaff, course('/settings')),
  '/desk/offerings/[id]/draw': desk(courseStaff, course('/draw')),
  '/desk/offerings/[id]/draw/settings': desk(courseStaff, course('/draw/settings')),
  '/desk/offerings/[id]/draw/[draw]': desk(
    ['town', 'women'],
    (p) => `/desk/offerings/${p.drawnClass}/draw/${p.draw}`,
  ),
  '/desk/offerings/[id]/settings/merge': desk(courseStaff, course('/settings/merge')),
  '/desk/offerings/[id]/waitlist': desk(courseStaff, course('/waitlist')),
  '/desk/offerings/[id]/check-in': desk(courseStaff, course('/check-in')),
  '/desk/offerings/[id]/certificates': desk(courseStaff, course('/certificates')),
  '/desk/offerings/[id]/room-code': desk(courseStaff, course('/room-code')),
  '/desk/offerings/[id]/closing/follow-ups': desk(courseStaff, course('/closing/follow-ups')),
  '/desk/offerings/[id]/closing': desk(courseStaff, course('/closing')),
  '/desk/offerings/[id]/publicity': desk(courseStaff, course('/publicity')),
  '/desk/offerings/[id]/poster': desk(courseStaff, course('/poster')),
  '/desk/offerings/[id]/roll': desk(courseStaff, course('/roll')),
  '/desk/offerings/[id]/roll/print': desk(courseStaff, course('/roll/print')),
  '/desk/offerings/[id]/messages': desk(courseStaff, course('/messages')),
  '/desk/offerings/[id]/messages/new': desk(courseStaff, course('/messages/new')),
  '/desk/offerings/[id]/messages/[message]': desk([], (p) => {
    return `/desk/offerings/${p.offering}/messages/${p.nothing}`;
  }),
  '/desk/offerings/[id]/questions': desk(courseStaff, course('/questions')),
  '/desk/offerings/[id]/questions/new': desk(courseStaff, course('/questions/new')),
  '/desk/offerings/[id]/questions/preview': desk(courseStaff, course('/questions/preview')),
  '/desk/offerings/[id]/questions/[question]': desk([], (p) => {
    return `/desk/offerings/${p.offering}/questions/${p.nothing}`;
  }),
  '/desk/offerings/[id]/questions/answers/[booking]': desk(courseStaff, (p) => {
    return `/desk/offerings/${p.offering}/questions/answers/${p.booking}`;
  }),
  '/desk/purges': desk(
    unionOfficers.filter((actor) => actor !== 'viewer'),
    undefined,
    {},
    'forbidden',
  ),
  '/desk/purges/[id]': desk([], (p) => `/desk/purges/${p.nothing}`),
  '/desk/offerings/[id]/sessions/new': desk(courseStaff, course('/sessions/new')),
  '/desk/offerings/[id]/sessions/slots': desk(['women'], (p) => {
    return `/desk/offerings/${p.screening}/sessions/slots`;
  }),
  '/desk/offerings/[id]/sessions/[session]': desk(courseStaff, (p) => {
    return `/desk/offerings/${p.offering}/sessions/${p.session}`;
  }),
  '/desk/offerings/[id]/sessions/[session]/conditions': desk(courseStaff, (p) => {
    return `/desk/offerings/${p.offering}/sessions/${p.session}/conditions`;
  }),
  '/desk/rolls/[session]': desk([], (p) => `/desk/rolls/${p.session}`, { elsewhere: courseStaff }),
  '/desk/messages': desk(['system'], undefined, {}, 'forbidden'),
  '/desk/settings': desk(['system']),
  '/desk/settings/holidays': desk(['system']),
};

/** Every page × every actor. A page without a row, or a row without a page, fails the check. */
export const pageRows: Record<string, Visit> = {
  ...reading,
  ...signingIn,
  ...joining,
  ...own,
  ...desks,
  ...figurePages,
  ...organisationPages,
  ...planningPages,
  ...registerPages,
  ...segmentPages,
};
