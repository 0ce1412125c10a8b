package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.crosscheck.report.MatrixView.Place;
import org.crosscheck.verdict.Flag;

/** What several pages say. The words of verdicts and places are in {@code messages/msg_en.properties}. */
@MessageBundle
public interface Messages {
    @Message("Skip to the content")
    String skip();

    @Message("Who says what, on which evidence, and how far that agrees. Crosscheck never rules on truth.")
    String motto();

    @Message("Stories")
    String stories();

    @Message("Language")
    String language();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Keys")
    String keys();

    @Message("API")
    String api();

    @Message("{count} {#if count is 1}source{#else}sources{/if}")
    String sources(int count);

    @Message("{count} {#if count is 1}lineage{#else}lineages{/if}")
    String lineages(int count);

    @Message
    String verdict(Flag verdict);

    @Message
    String place(Place place);

    @Message("Next page")
    String nextPage();

    @Message("This page as")
    String exports();

    @Message("That did not work")
    String failed();

    @Message("Back to the stories")
    String backToStories();
}
