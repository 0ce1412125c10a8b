package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the list of stories says. */
@MessageBundle("stories")
public interface StoriesMessages {
    @Message("Search stories")
    String search();

    @Message("Search")
    String go();

    @Message("No story is called that.")
    String nothing();

    @Message("There is no story yet.")
    String empty();

    @Message("{count} {#if count is 1}question{#else}questions{/if}")
    String questions(long count);

    @Message("Changed {time}")
    String changed(String time);
}
