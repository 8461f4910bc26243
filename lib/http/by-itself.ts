/**
 * Header of what an open page asks by itself, again and again. It keeps no session in use, for nobody need be sitting
 * there; who sets it falsely is signed out the sooner. Source: security.md §1.3.
 */
export const BY_ITSELF = 'x-by-itself';
