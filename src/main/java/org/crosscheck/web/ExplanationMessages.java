package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences that {@link Sentence} is made of; in English those of {@code verdict.Explanation}. */
@MessageBundle("explanation")
public interface ExplanationMessages {
    @Message("{left} says {said}, while {right} says {other}; both cannot hold.")
    String disjoint(String left, String said, String right, String other);

    @Message("{voice} is reported to say {said}; these cannot all hold.")
    String inconsistent(String voice, String said);

    @Message("{voice} is reported both to say {said} and to deny {denied}.")
    String deniedByItself(String voice, String said, String denied);

    @Message("{left} says {said}, which {right} denies.")
    String denied(String left, String said, String right);

    @Message("{left} says {said}, which {right} denies ({denied}).")
    String deniedInOtherWords(String left, String said, String right, String denied);

    @Message("{left} speaks of it, while {right} does not mention it, {how}.")
    String silent(String left, String right, String how);

    @Message("{left} speaks of it elsewhere, while {right} does not mention it, {how}.")
    String silentElsewhere(String left, String right, String how);

    @Message("as {sources} {#if count is 1}reports{#else}report{/if}")
    String reported(String sources, int count);

    @Message("as its own full account {source} shows")
    String observed(String source);

    @Message("{left} says {said}, while {right} says {other}; no rule compares the two, so an editor must judge.")
    String incomparable(String left, String said, String right, String other);

    @Message("{left} says {later}, later than {earlier} from {right}.")
    String replaced(String left, String later, String earlier, String right);

    @Message("{voice} says {later}, and said {earlier} before.")
    String replacedByItself(String voice, String later, String earlier);

    @Message("{left} says {said}, which is more precise than what {right} says: {other}.")
    String morePrecise(String left, String said, String right, String other);

    @Message("{left} says {said}, while {right} says {other}; the two overlap.")
    String overlapping(String left, String said, String right, String other);

    @Message("{voices} {#if count is 1}speaks{#else}speak{/if} with one value: {said} ({sources}, {lineages}).")
    String equal(String voices, int count, String said, String sources, String lineages);

    @Message("Everything that affirms it goes back to one origin, in {sources}.")
    String oneLineage(String sources);

    @Message("Nobody affirms it, and {voices} {#if count is 1}denies{#else}deny{/if} it.")
    String onlyDenied(String voices, int count);

    @Message("Nobody affirms it, and {voices} {#if count is 1}is{#else}are{/if} reported not to mention it.")
    String onlySilence(String voices, int count);

    @Message("No source has a word on it.")
    String noWord();

    @Message("nothing")
    String nothing();

    @Message("“{words}”")
    String quoted(String words);

    @Message("{first} and {last}")
    String and(String first, String last);

    @Message("{first} and {count} more")
    String andMore(String first, int count);

    @Message("{count} {#if count is 1}source{#else}sources{/if}")
    String sources(int count);

    @Message("{count} {#if count is 1}lineage{#else}lineages{/if}")
    String lineages(int count);
}
