package org.crosscheck.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.problem.ProblemException;

/** What an answer is written in. Clients choose by Accept; a link cannot, and names the format as a parameter. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_TYPE, "json"),
    CSV(Csv.TYPE, "csv"),
    JSON_LD(MediaType.valueOf("application/ld+json"), "jsonld");

    public static final String PARAMETER = "format";
    public static final String DESCRIPTION = "What the answer is written in, as a file to keep; goes before Accept.";

    private final MediaType type;
    private final String name;
    private final String extension;

    Format(MediaType type, String extension) {
        this.type = type;
        this.name = type.getType() + '/' + type.getSubtype();
        this.extension = extension;
    }

    /**
     * The format that the client names; or else the one of {@code offered} that it accepts best. Throws a 400 problem where it names
     * another one, and a 406 problem where it accepts none.
     */
    public static Format chosen(Format named, Request request, HttpHeaders headers, Format... offered) {
        // Nearly all, and telling which of several is the best takes longer than all else that such a request needs.
        if (named == null && offered[0].isPlainlyAccepted(headers.getHeaderString(HttpHeaders.ACCEPT)))
            return offered[0];
        List<Format> formats = List.of(offered);
        if (named != null) {
            if (formats.contains(named)) return named;
            throw ProblemException.parameter(
                    PARAMETER,
                    formats.stream().map(Format::name).collect(Collectors.joining(", ", "Give one of ", ".")));
        }
        Variant accepted = request.selectVariant(
                Variant.mediaTypes(Stream.of(offered).map(format -> format.type).toArray(MediaType[]::new))
                        .build());
        if (accepted == null) throw new NotAcceptableException();
        return formats.stream()
                .filter(format -> format.type.isCompatible(accepted.getMediaType()))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    private boolean isPlainlyAccepted(String accept) {
        return accept == null || accept.equals(MediaType.WILDCARD) || accept.equals(name);
    }

    /**
     * {@code answer}, written in this; where the client named the format, as a file that is called after what it is of.
     *
     * @param of ids
     */
    public Response write(Response answer, Format named, String... of) {
        Response.ResponseBuilder written = Response.fromResponse(answer)
                .type(this == CSV ? type.withCharset("UTF-8") : type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (named != null)
            written.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s.%s\"".formatted(String.join("-", of), extension));
        return written.build();
    }
}
