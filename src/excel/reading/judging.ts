/** What reads and judges the forms, which the pane fetches as one chunk while Excel answers. */
export { readingOf } from './reading';
export { stateOf } from './stateOf';
