package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.fact.ReviewService;
import org.crosscheck.fact.Reviews;
import org.crosscheck.http.OwnJson;
import org.crosscheck.story.StoryEntity;

/** Tells what reviews would do to a report: takes them, looks, and undoes all of it. */
@ApplicationScoped
class ReviewPreview {
    private final ReviewService reviews;
    private final ReportService reports;
    private final OwnJson json;
    private final TransactionSynchronizationRegistry transaction;

    ReviewPreview(
            ReviewService reviews,
            ReportService reports,
            OwnJson json,
            TransactionSynchronizationRegistry transaction) {
        this.reviews = reviews;
        this.reports = reports;
        this.json = json;
        this.transaction = transaction;
    }

    @Transactional
    ReviewPreviewView of(String id, Reviews body) {
        StoryEntity story = reviews.lock(id, body);
        Snapshot before = reports.stored(id);
        reviews.take(story, body);
        Snapshot after = reports.stored(id);
        transaction.setRollbackOnly();
        return new ReviewPreviewView(id, before.version(), before.summary(), after.summary(), changes(before, after));
    }

    private List<ReviewPreviewView.Change> changes(Snapshot before, Snapshot after) {
        Map<String, String> known = new HashMap<>();
        before.entries()
                .forEach(entry -> known.put(entry.attribute(), entry.json().text()));
        List<ReviewPreviewView.Change> changes = new ArrayList<>();
        for (Snapshot.Entry entry : after.entries()) {
            String was = known.get(entry.attribute());
            String is = entry.json().text();
            if (is.equals(was)) continue;
            FindingView from = was == null ? null : json.read(was, FindingView.class);
            FindingView to = json.read(is, FindingView.class);
            if (from == null
                    || !VerdictState.of(from).equals(VerdictState.of(to))
                    || !from.explanation().equals(to.explanation())) changes.add(ReviewPreviewView.Change.of(from, to));
        }
        return changes;
    }
}
