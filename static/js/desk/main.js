// The desk's conveniences. Everything works without them; each module looks after one.
import { keepDrafts } from "./drafts.js";
import { Review } from "./review.js";
import { showHowDatesAreUnderstood } from "./dates.js";
import { showHowManyMatch } from "./matching.js";
import { previewWhatIsWritten } from "./preview.js";
import { showProgress } from "./progress.js";
import { completeStockForms } from "./stock.js";

keepDrafts(document);
showHowDatesAreUnderstood(document);
showHowManyMatch(document);
previewWhatIsWritten(document);
completeStockForms(document);
showProgress(document);
const review = document.getElementById("review");
if (review) new Review(review.parentElement);
