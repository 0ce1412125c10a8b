package org.crosscheck.web;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.fact.ValueView;
import org.crosscheck.report.FindingView;
import org.crosscheck.source.SourceView;

/** How one page says what it has from its data, in the language of its visitor. The words of sources keep their own, and say which. */
public final class Wording {
    private final Locale language;
    private final ExplanationMessages say;
    private final ShownValues values;
    private final Map<String, String> names;
    private final Map<String, SourceView> sources;

    /** @param names names of parties */
    Wording(
            Locale language,
            ExplanationMessages say,
            ShownValues values,
            Map<String, String> names,
            Map<String, SourceView> sources) {
        this.language = language;
        this.say = say;
        this.values = values;
        this.names = names;
        this.sources = sources;
    }

    /** The verdict in one plain sentence. */
    public RawString explanation(FindingView finding) {
        return new RawString(new Sentence(finding, say, new Terms(true)).words());
    }

    /** The verdict in one plain sentence, where there can be no marks. */
    public String sentence(FindingView finding) {
        return new Sentence(finding, say, new Terms(false)).words();
    }

    /** A time, as EDTF, in words. */
    public String time(String edtf) {
        return shown(new ValueView.TimeView(edtf));
    }

    /** The value in words. */
    public String shown(ValueView value) {
        return values.shown(value);
    }

    private final class Terms implements Sentence.Terms {
        private final boolean html;

        Terms(boolean html) {
            this.html = html;
        }

        @Override
        public String name(String voice) {
            return text(names.getOrDefault(voice, voice));
        }

        @Override
        public String source(String id) {
            SourceView source = sources.get(id);
            return source == null ? text(id) : name(source.publisher());
        }

        @Override
        public String account(String id) {
            SourceView source = sources.get(id);
            return source == null || source.title() == null
                    ? text(id)
                    : say.quoted(inLanguage(source.language(), source.title()));
        }

        @Override
        public String value(ValueView value) {
            return text(shown(value));
        }

        @Override
        public String wording(String words, List<String> ids) {
            Set<String> spoken = ids.stream()
                    .map(sources::get)
                    .map(source -> source == null ? null : source.language())
                    .collect(Collectors.toSet());
            return inLanguage(spoken.size() == 1 ? spoken.iterator().next() : null, words);
        }

        /** Marked, where it is not the language of the page. */
        private String inLanguage(String tag, String words) {
            return !html || tag == null || tag.equals(language.getLanguage())
                    ? text(words)
                    : "<span lang=\"" + escaped(tag) + "\">" + escaped(words) + "</span>";
        }

        private String text(String data) {
            return html ? escaped(data) : data;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
