package org.crosscheck.dossier;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.crosscheck.http.Lines;

/**
 * A line of a stream that is being taken while others are. It is read and checked at once, and then waits for its turn: until those
 * before it have shown that they leave parties and concepts as they are, and those with its story are done. One that changes parties or
 * concepts waits until all before it are done. So lines that are stored side by side have nothing to do with each other.
 */
final class LineInWork implements DossierService.Turn {
    private final long number;
    private final int size;
    private final Later<ImportLine> answer = new Later<>();
    /** Done once those behind it may go ahead. */
    private final Later<Void> passed = new Later<>();

    private volatile String story;
    private volatile List<LineInWork> before;

    /** @param before those before it that may not be done */
    LineInWork(Lines.Line line, Collection<LineInWork> before) {
        this.number = line.number();
        this.size = line.bytes() == null ? 0 : line.bytes().length;
        this.before = List.copyOf(before);
    }

    long number() {
        return number;
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** What becomes of the line; null where it is none to take. */
    Later<ImportLine> answer() {
        return answer;
    }

    /** Does {@code work}, which gives the answer. */
    void run(Callable<ImportLine> work) {
        answer.run(work);
        pass();
        before = List.of();
    }

    /** Waits until the line, which is one of {@code dossier}'s story, may be stored. */
    void awaitTurn(DossierView dossier) {
        story = dossier.story().id();
        for (LineInWork other : before) {
            other.passed.await();
            if (story.equals(other.story)) other.answer.await();
        }
    }

    @Override
    public void pass() {
        passed.run(() -> null);
    }

    @Override
    public void comesAlone() {
        if (!before.stream().allMatch(other -> other.answer.isDone())) throw new DossierService.NotYet();
    }

    void awaitAllBefore() {
        before.forEach(other -> other.answer.await());
    }
}
