package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a shared link says of its page. */
@MessageBundle("card")
public interface CardMessages {
    @Message("{count} {#if count is 1}contradiction{#else}contradictions{/if}")
    String contradictions(long count);

    @Message("{count} {#if count is 1}omission{#else}omissions{/if}")
    String omissions(long count);

    @Message("{count} undetermined")
    String undetermined(long count);

    @Message("{count} {#if count is 1}update{#else}updates{/if}")
    String updates(long count);

    @Message("{count} {#if count is 1}refinement{#else}refinements{/if}")
    String refinements(long count);

    @Message("{count} {#if count is 1}agreement{#else}agreements{/if}")
    String agreements(long count);

    @Message("{count} uncorroborated")
    String uncorroborated(long count);
}
