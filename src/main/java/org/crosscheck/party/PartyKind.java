package org.crosscheck.party;

/** What a party is. */
public enum PartyKind {
    /** Publishes news. */
    OUTLET,
    ORGANISATION,
    GOVERNMENT,
    PERSON
}
