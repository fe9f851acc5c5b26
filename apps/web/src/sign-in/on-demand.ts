/**
 * What a sign-in seldom needs, as one part that comes when it is asked for: several small ones would each take their
 * share out of what every page loads.
 */
export { CodeField } from './code-field.tsx';
export { confirmLogin } from './confirm-login.tsx';
export { EnrolPage } from './enrol-page.tsx';
export { FirstRunPage } from './first-run-page.tsx';
export { InvitationPage } from './invitation-page.tsx';
export { OwnSignInDialog } from './own-sign-in-dialog.tsx';
