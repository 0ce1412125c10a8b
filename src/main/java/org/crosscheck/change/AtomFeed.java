package org.crosscheck.change;

import jakarta.ws.rs.core.UriInfo;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.crosscheck.http.Page;
import org.crosscheck.report.VerdictState;
import org.crosscheck.story.ChangeCause;

/** Changes as an Atom feed (RFC 4287), paged (RFC 5005). */
final class AtomFeed {
    static final String MEDIA_TYPE = "application/atom+xml";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;
    private final UriInfo uri;

    private AtomFeed(UriInfo uri) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        this.uri = uri;
    }

    static String of(String title, Page<ChangeView> page, UriInfo uri) {
        try {
            return new AtomFeed(uri).write(title, page);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("our own feed cannot be written", e);
        }
    }

    private String write(String title, Page<ChangeView> page) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        text("id", uri.getAbsolutePath().toString());
        text("title", title);
        Instant latest = page.items().stream()
                .map(ChangeView::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        text("updated", latest.toString());
        author("Crosscheck");
        link("self", uri.getRequestUri().toString());
        if (page.next() != null) link("next", page.next(uri));
        for (ChangeView change : page.items()) entry(change);
        xml.writeEndElement();
        xml.writeEndDocument();
        return out.toString();
    }

    private void entry(ChangeView change) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("id", "urn:uuid:" + change.id());
        text("title", change.label() + ": " + said(change));
        text("updated", change.at().toString());
        author(change.by());
        if (change.to() != null)
            link(
                    "alternate",
                    uri.getBaseUriBuilder()
                            .path("v1/stories/{story}/findings/{attribute}")
                            .build(change.story(), change.attribute())
                            .toString());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", change.story());
        text("summary", change.explanation() + because(change.cause()));
        xml.writeEndElement();
    }

    private static String said(ChangeView change) {
        return name(change.from()) + " → " + name(change.to());
    }

    private static String name(VerdictState standing) {
        return standing == null
                ? "none"
                : standing.flags().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String because(ChangeCause cause) {
        List<String> names = Stream.of(cause.sources(), cause.facts(), cause.parties(), cause.concepts())
                .filter(ids -> ids != null)
                .flatMap(List::stream)
                .toList();
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        text("name", name);
        xml.writeEndElement();
    }

    private void link(String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /** JSON may hold two characters that XML cannot. */
    private static String allowed(String text) {
        return text.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }
}
