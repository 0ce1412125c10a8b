package org.crosscheck.report;

/**
 * A story's report at one version, as it is sent.
 *
 * @param snapshot what it is made of; its findings' JSON lies in {@code json}
 * @param json all of it, in UTF-8, which nobody changes
 */
record KeptReport(Snapshot snapshot, byte[] json) {
    /** What a finding takes beside its JSON, and a voice of it, in bytes; roughly. */
    private static final int FINDING = 200;

    private static final int VOICE = 60;

    long version() {
        return snapshot.version();
    }

    /** The memory that it takes, in bytes; roughly. */
    int weight() {
        long weight = json.length;
        for (Snapshot.Entry entry : snapshot.entries())
            weight += FINDING + VOICE * (long) entry.voices().size();
        return (int) Math.min(Integer.MAX_VALUE, weight);
    }
}
