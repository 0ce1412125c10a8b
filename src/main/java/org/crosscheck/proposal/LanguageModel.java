package org.crosscheck.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.crosscheck.extract.fit.Question;
import org.crosscheck.monitor.Part;
import org.jboss.logging.Logger;

/** The language model that is configured: whatever speaks the chat completions protocol of OpenAI. */
@ApplicationScoped
class LanguageModel implements Part {
    private static final Logger LOG = Logger.getLogger(LanguageModel.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Nobody reviews more of one text, and checking them takes time too. */
    private static final int MOST_ANSWERS = 500;

    private final ModelSettings settings;
    /** Null where no model is configured. */
    private final ChatModel chat;

    private final MeterRegistry meters;
    /** How the last call failed; null where it did not. */
    private volatile String failure;
    /** Callers wait here, and so no longer than they may: the HTTP client's time-out ends with the first byte of an answer. */
    private final ExecutorService calls = Executors.newCachedThreadPool(call -> {
        Thread thread = new Thread(call, "language-model");
        thread.setDaemon(true);
        return thread;
    });

    LanguageModel(ModelSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.chat = settings.baseUrl().map(url -> chat(url, settings)).orElse(null);
    }

    /** A wrong setting is better known at the start than at the first text. */
    void check(@Observes StartupEvent start) {
        if (isConfigured()) LOG.infof("Texts are read by the language model %s.", model());
    }

    @PreDestroy
    void stop() {
        calls.shutdownNow();
    }

    boolean isConfigured() {
        return chat != null;
    }

    /** The name of the model. */
    String model() {
        return settings.name().orElseThrow();
    }

    /**
     * What the model says that {@code text} reports, each answer as it came: see {@link Answer#of}.
     *
     * @throws NoAnswerException where it says nothing that can be read, whatever happened; never later than its time-out
     */
    List<JsonNode> ask(Proposer.Text text, List<Question> questions) throws NoAnswerException {
        if (text.text().length() > settings.longestText())
            throw new NoAnswerException("is given no texts of more than " + settings.longestText() + " characters");
        try {
            return answers(call(Prompt.of(text, questions)));
        } catch (NoAnswerException e) {
            LOG.warn("The language model " + e.getMessage() + ".");
            throw e;
        }
    }

    @Override
    public String name() {
        return "language-model";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(failure)
                .map(how -> "it " + how + " the last time, so the built-in rules read texts");
    }

    private String call(ChatRequest request) throws NoAnswerException {
        Timer.Sample began = Timer.start(meters);
        String how = null;
        try {
            return answer(request);
        } catch (NoAnswerException e) {
            how = e.getMessage();
            throw e;
        } finally {
            failure = how;
            began.stop(meters.timer("crosscheck.model.calls", "outcome", how == null ? "ANSWERED" : "FAILED"));
        }
    }

    private String answer(ChatRequest request) throws NoAnswerException {
        Future<String> call = calls.submit(() -> chat.chat(request).aiMessage().text());
        try {
            return call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new NoAnswerException("did not answer in time");
        } catch (ExecutionException failed) {
            throw new NoAnswerException(why(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("was interrupted");
        } finally {
            call.cancel(true);
        }
    }

    /** Only what we say ourselves: a server's words may repeat the key or the text. */
    private static String why(Throwable failure) {
        if (failure instanceof AuthenticationException) return "refused the key";
        if (failure instanceof RateLimitException) return "was asked too often";
        if (failure instanceof TimeoutException) return "did not answer in time";
        if (failure instanceof ModelNotFoundException) return "is not known under that name and URL";
        if (failure instanceof InvalidRequestException) return "refused the request";
        if (failure instanceof InternalServerException && failure.getCause() instanceof HttpException)
            return "reported an error of its own";
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof IOException && !(cause instanceof JsonProcessingException)
                    || cause instanceof java.nio.channels.UnresolvedAddressException) return "could not be reached";
        return "gave no answer that can be read";
    }

    private static List<JsonNode> answers(String content) throws NoAnswerException {
        JsonNode claims;
        try {
            claims = JSON.readTree(content == null ? "" : content).path(Prompt.ANSWERS);
        } catch (JsonProcessingException e) {
            throw new NoAnswerException("gave no answer that can be read");
        }
        if (!claims.isArray()) throw new NoAnswerException("gave no answer that can be read");
        if (claims.isEmpty()) throw new NoAnswerException("found nothing");
        if (claims.size() > MOST_ANSWERS) throw new NoAnswerException("gave more than " + MOST_ANSWERS + " answers");
        List<JsonNode> answers = new ArrayList<>();
        claims.forEach(answers::add);
        return answers;
    }

    private static ChatModel chat(URI url, ModelSettings settings) {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()))
            throw new IllegalStateException("crosscheck.model.base-url must start with http:// or https://");
        HttpClient.Builder http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        return OpenAiChatModel.builder()
                .httpClientBuilder(new JdkHttpClientBuilder().httpClientBuilder(http))
                .baseUrl(url.toString())
                .apiKey(settings.key().orElse(null))
                .modelName(settings.name()
                        .orElseThrow(() -> new IllegalStateException(
                                "crosscheck.model.base-url is set, so crosscheck.model.name must be set too")))
                .temperature(0.0)
                .strictJsonSchema(true)
                .timeout(settings.timeout())
                .maxRetries(0)
                .build();
    }
}
