package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.crosscheck.decision.Outcome;
import org.crosscheck.verdict.Silence;
import org.crosscheck.verdict.Stance;

/** What sources, findings and comparisons say. The words of constants are in {@code messages/source_en.properties}. */
@MessageBundle("source")
public interface SourceMessages {
    @Message("Lineage")
    String lineage();

    @Message("one of {count} sources of lineage {letter}")
    String oneOf(String letter, int count);

    @Message("derived from")
    String derivedFrom();

    @Message("{count} {#if count is 1}fact{#else}facts{/if}")
    String facts(long count);

    @Message
    String stance(Stance stance);

    @Message
    String silence(Silence.Known known);

    @Message
    String outcome(Outcome outcome);

    // A source.

    @Message("Published")
    String published();

    @Message("Publisher")
    String publisher();

    @Message("Original")
    String original();

    @Message("Credits")
    String credits();

    @Message("Account")
    String account();

    @Message("Means to be a full account: what it leaves out counts as silence.")
    String complete();

    @Message("Means to be a full account of: {attributes}. What it leaves out of that counts as silence.")
    String completeOf(String attributes);

    @Message("An ordinary article: what it leaves out does not count as silence.")
    String selective();

    @Message("Same origin as")
    String sameOrigin();

    @Message("No other source shares its origin.")
    String ownOrigin();

    @Message("Revision")
    String revision();

    @Message("all revisions")
    String revisions();

    @Message("Text")
    String text();

    @Message(
            "Each mark is the evidence of a fact. It leads to what all voices say on the question, and shows the verdict.")
    String aboutMarks();

    @Message("is a sentence that an earlier source has; the sign leads there.")
    String aboutCopies();

    @Message("copied from {name}")
    String copiedFrom(String name);

    @Message("Quotes")
    String quotes();

    @Message("The text is not stored. These are its words that the facts rest on.")
    String noText();

    @Message("Nothing of it is accepted yet.")
    String noFacts();

    @Message("What it reports")
    String reports();

    @Message("Question")
    String question();

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("Where")
    String where();

    @Message("in the text")
    String inText();

    @Message("{count} {#if count is 1}proposal waits{#else}proposals wait{/if} for review")
    String review(int count);

    // A finding.

    @Message("{count} {#if count is 1}fact{#else}facts{/if} from")
    String factsFrom(long count);

    @Message("One origin")
    String oneOrigin();

    @Message("All voices on this")
    String allVoices();

    @Message("What each voice says")
    String positions();

    @Message("Nobody speaks of it.")
    String nobody();

    @Message("{voice} does not speak of it.")
    String notAddressed(String voice);

    @Message("Contradicts itself")
    String inconsistent();

    @Message("Said before")
    String earlier();

    @Message("Silences")
    String silences();

    @Message("Its own full account has nothing on it:")
    String observedIn();

    @Message("and {count} more")
    String more(int count);

    @Message("as of {time}")
    String heldAt(String time);

    @Message("As of {time}: what was published later does not count.")
    String asOf(String time);

    @Message("Spokesmen count as those they speak for.")
    String rolledUp();

    @Message("Decision")
    String decision();

    @Message("No editor has decided on this.")
    String undecided();

    @Message("Lapsed: the facts have changed since")
    String lapsed();

    @Message("on the verdict")
    String onVerdict();

    @Message("by {who}, {time}")
    String decidedBy(String who, String time);

    @Message("History of the decision")
    String decisionHistory();

    @Message("History of the question")
    String questionHistory();

    // A comparison.

    @Message("Two voices side by side")
    String comparison();

    @Message("One voice")
    String left();

    @Message("Other voice")
    String right();

    @Message("Compare")
    String compare();

    @Message
    String group(ComparisonPage.Kind kind);

    @Message("Choose two different voices.")
    String sameVoice();

    @Message("The story has fewer than two voices.")
    String fewVoices();

    @Message("Neither speaks of anything here.")
    String nothingToCompare();
}
