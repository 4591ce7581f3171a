// The desk's conveniences. Everything works without them; each module looks after one.
import { keepDrafts } from './drafts.js';
import { linkTextAndEvents } from './review.js';
import { showHowDatesAreUnderstood } from './dates.js';

keepDrafts(document);
linkTextAndEvents(document);
showHowDatesAreUnderstood(document);
