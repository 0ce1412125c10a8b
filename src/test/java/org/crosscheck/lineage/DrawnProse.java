package org.crosscheck.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws sentences that nobody wrote, and edits them as an editor's hand does. */
final class DrawnProse {
    private static final String[] SYLLABLES = {
        "ba", "de", "lin", "mor", "ne", "po", "ra", "su", "ti", "vol", "wen", "zo"
    };

    /** What may be done to a sentence that stays a copy. */
    enum Edit {
        CASE {
            @Override
            void apply(List<String> words, Random random) {
                words.replaceAll(word -> random.nextBoolean() ? word.toUpperCase(java.util.Locale.ROOT) : word);
            }
        },
        HONORIFIC {
            @Override
            void apply(List<String> words, Random random) {
                for (int i = 0; i < 3; i++)
                    words.add(random.nextInt(words.size()), random.nextBoolean() ? "Mr." : "President");
            }
        },
        QUOTATION_MARKS {
            @Override
            void apply(List<String> words, Random random) {
                int from = random.nextInt(words.size() / 2);
                words.set(from, "“" + words.get(from));
                words.set(words.size() - 2, words.get(words.size() - 2) + "”");
            }
        },
        HYPHEN {
            @Override
            void apply(List<String> words, Random random) {
                words.replaceAll(word -> word.length() > 4 ? word.substring(0, 2) + "-" + word.substring(2) : word);
            }
        },
        SOME_WORDS {
            @Override
            void apply(List<String> words, Random random) {
                for (int i = 0; i < words.size() / 8; i++) words.set(random.nextInt(words.size()), word(random));
            }
        },
        CUT {
            @Override
            void apply(List<String> words, Random random) {
                words.subList(words.size() * 2 / 3, words.size()).clear();
            }
        },
        JOINED {
            @Override
            void apply(List<String> words, Random random) {
                words.add("and");
                for (int i = words.size() / 2; i > 0; i--) words.add(word(random));
            }
        };

        abstract void apply(List<String> words, Random random);
    }

    private DrawnProse() {}

    static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0, all = 1 + random.nextInt(4); i < all; i++)
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        return word.toString();
    }

    static String sentence(Random random, int length) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < length; i++) words.add(word(random));
        return written(words);
    }

    static String edited(String sentence, Edit edit, Random random) {
        List<String> words = new ArrayList<>(
                Arrays.asList(sentence.substring(0, sentence.length() - 1).split(" ")));
        edit.apply(words, random);
        return written(words);
    }

    private static String written(List<String> words) {
        String line = String.join(" ", words);
        return line.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + line.substring(1) + ".";
    }
}
