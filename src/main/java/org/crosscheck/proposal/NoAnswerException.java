package org.crosscheck.proposal;

/** The language model gave no answer that is of use. */
class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param why what it did instead, in words that continue "The language model"; nothing that should stay secret */
    NoAnswerException(String why) {
        super(why);
    }

    /** What an editor should know. */
    String note() {
        return "The language model " + getMessage() + ", so the built-in rules read the text.";
    }
}
