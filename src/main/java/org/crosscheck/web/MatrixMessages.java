package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of a story says. */
@MessageBundle("matrix")
public interface MatrixMessages {
    @Message("Contradicted")
    String contradicted();

    @Message("Left unsaid")
    String unsaid();

    @Message("More reports than origins")
    String repeated();

    @Message("{sources} sources say so alike; they go back to {lineages} {#if lineages is 1}origin{#else}origins{/if}.")
    String counted(int sources, int lineages);

    @Message("Sources, as they were published")
    String sources();

    @Message("Who says what")
    String table();

    @Message("Question")
    String question();

    @Message("Verdicts")
    String verdicts();

    @Message("Voices")
    String voices();

    @Message("Join spokesmen with those they speak for")
    String rollUp();

    @Message("Published until")
    String until();

    @Message("{shown} of {all}")
    String someOf(int shown, int all);

    @Message("Show")
    String show();

    @Message("Show all")
    String reset();

    @Message("Compare two voices")
    String compare();

    @Message("Submit a source")
    String submit();

    @Message("Symbols")
    String symbols();

    @Message("denies: ")
    String denies();

    @Message("and {count} more")
    String more(long count);

    @Message("Nothing passes these filters.")
    String nothing();

    @Message("Close")
    String close();

    @Message("Evidence")
    String evidence();

    @Message("Decided by an editor")
    String decided();
}
