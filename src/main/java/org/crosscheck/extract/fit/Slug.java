package org.crosscheck.extract.fit;

import com.ibm.icu.text.Normalizer2;

/** Ids made of names. */
final class Slug {
    private static final int MAX = 80;
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();

    private Slug() {}

    /** {@code name} in lower-case ASCII letters, digits and hyphens; {@code otherwise} where nothing is left of it. */
    static String of(String name, String otherwise) {
        StringBuilder slug = new StringBuilder();
        String plain = DECOMPOSE.normalize(name);
        for (int i = 0; i < plain.length() && slug.length() < MAX; i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') slug.append(c);
            else if (slug.length() > 0
                    && slug.charAt(slug.length() - 1) != '-'
                    && c != '\''
                    && c != '\u2019'
                    && Character.getType(c) != Character.NON_SPACING_MARK) slug.append('-');
        }
        while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') slug.setLength(slug.length() - 1);
        return slug.length() == 0 ? otherwise : slug.toString();
    }
}
