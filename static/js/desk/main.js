// The desk's conveniences. Everything works without them; each module looks after one.
import { keepDrafts } from './drafts.js';
import { Review } from './review.js';
import { showHowDatesAreUnderstood } from './dates.js';
import { showHowManyMatch } from './matching.js';
import { labelSearchBoxes } from './names.js';

keepDrafts(document);
showHowDatesAreUnderstood(document);
showHowManyMatch(document);
labelSearchBoxes(document);
const review = document.getElementById('review');
if (review) new Review(review.parentElement);
