package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.catalog.answer.Answer;
import shop.catalog.answer.Answers;
import shop.catalog.answer.KeptAnswers;

/// What searches found lately, so that what many ask for is searched once a minute.
@ApplicationScoped
class SearchAnswers {

    private final Answers answers;
    private final KeptAnswers kept;
    private final Clock clock;
    private final ObjectMapper json;

    SearchAnswers(
            Answers answers,
            MeterRegistry metrics,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "shop.search.answers.age") Duration age,
            @ConfigProperty(name = "shop.search.answers.memory") MemorySize memory) {
        this.answers = answers;
        this.clock = clock;
        this.json = json;
        kept = new KeptAnswers("search", age, memory.asLongValue(), clock, metrics);
    }

    /// Answers with what the search finds, or found lately for the same parameters.
    ///
    /// @param name of the search, which is part of what was asked
    <T> Response respond(
            String name,
            Function<SearchParameters, T> search,
            SearchParameters parameters,
            Request request,
            HttpHeaders headers) {
        return answers.respond(kept, name + parameters.key(), () -> make(search, parameters), request, headers);
    }

    private <T> Answer make(Function<SearchParameters, T> search, SearchParameters parameters) {
        var now = clock.instant();
        return Answer.of(search.apply(parameters), now, json);
    }
}
