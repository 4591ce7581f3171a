// The desk's conveniences. Everything works without them; each module looks after one.
import { keepDrafts } from './drafts.js';
import { Review } from './review.js';
import { showHowDatesAreUnderstood } from './dates.js';

keepDrafts(document);
showHowDatesAreUnderstood(document);
const review = document.getElementById('review');
if (review) new Review(review.parentElement);
