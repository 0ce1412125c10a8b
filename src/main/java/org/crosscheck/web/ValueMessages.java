package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How normalized values are said. */
@MessageBundle("value")
public interface ValueMessages {
    @Message("at least {low}")
    String atLeast(String low);

    @Message("more than {low}")
    String moreThan(String low);

    @Message("at most {high}")
    String atMost(String high);

    @Message("less than {high}")
    String lessThan(String high);

    @Message("{low} to {high}")
    String between(String low, String high);

    @Message("{number} × {thing}")
    String counted(String number, String thing);

    @Message("{number} {#if one}percentage point{#else}percentage points{/if}")
    String percentagePoints(String number, boolean one);

    @Message("{number} {#if one}basis point{#else}basis points{/if}")
    String basisPoints(String number, boolean one);

    @Message("the last")
    String last();

    @Message("{ordinal} from the end")
    String fromTheEnd(String ordinal);

    @Message("about {time}")
    String about(String time);

    @Message("{time} (uncertain)")
    String uncertain(String time);

    @Message("from {time} on")
    String from(String time);

    @Message("until {time}")
    String until(String time);

    @Message("spring {year}")
    String spring(String year);

    @Message("summer {year}")
    String summer(String year);

    @Message("autumn {year}")
    String autumn(String year);

    @Message("winter {year}")
    String winter(String year);

    @Message("“{text}”")
    String quoted(String text);

    @Message("that it is so")
    String topic();
}
