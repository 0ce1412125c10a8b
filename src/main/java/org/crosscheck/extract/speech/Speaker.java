package org.crosscheck.extract.speech;

import java.util.List;

/**
 * Somebody to whom a text ascribes words, as it names them.
 *
 * @param start where the whole noun phrase starts, title and appositions included
 * @param end where it ends, exclusive
 * @param name the fullest form of the name that the text gives, without article and title: "Mr. Putin" is "Vladimir V. Putin",
 *     and so is the "he" that refers to him; a plural such as "two people familiar with the matter" as it stands
 * @param kind what it is, as far as the text shows
 * @param role what the phrase says of the speaker's role: "the deputy communications director of the committee"; null where it
 *     says nothing
 * @param partOf the institution that the speaker speaks for: "Kremlin" of "Kremlin spokesman Dmitry Peskov"; null where the
 *     text names none
 * @param mentions every form in which the text names the speaker, the fullest first
 */
public record Speaker(int start, int end, String name, Kind kind, String role, String partOf, List<String> mentions) {
    public Speaker {
        mentions = List.copyOf(mentions);
    }

    /** The same speaker, mentioned elsewhere. */
    Speaker at(int start, int end) {
        return new Speaker(start, end, name, kind, role, partOf, mentions);
    }

    /** What a speaker is. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        /** A state, a ministry, or a name that stands for one: "Moscow", "the White House". */
        GOVERNMENT,
        /** Several, not named: "officials", "witnesses". */
        GROUP,
        /** The text does not show it. */
        UNKNOWN
    }
}
