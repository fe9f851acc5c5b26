/** What few ask for, in one piece: apart, the choice would split what every page shares into more files. */
export { PinForm } from './pin-form.tsx';
export { LanguageChoice } from './ui/language-choice.tsx';
