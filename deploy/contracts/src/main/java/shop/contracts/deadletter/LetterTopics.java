package shop.contracts.deadletter;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.Topic;
import shop.contracts.http.Problems;

/// The topics of this service's dead letters, one for each topic that it consumes.
@ApplicationScoped
@Startup
class LetterTopics {

    private static final Pattern TOPICS_OF_A_CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\..+\\.topics?");

    private final List<LetterTopic> topics;

    /// Throws [IllegalStateException] where a topic is read but not what is replayed from it: the service stops at its
    /// start, and not letters on their way.
    LetterTopics(@ConfigProperty(name = "quarkus.application.name") String consumer, Config config) {
        var read = topicsRead(config);
        topics = Topic.consumedBy(consumer)
                .filter(it -> read.contains(it.topicName()))
                .map(it -> LetterTopic.of(it, consumer))
                .toList();
        topics.stream().filter(it -> !read.contains(it.retries())).forEach(it -> {
            throw new IllegalStateException("No incoming channel has %s among its topics".formatted(it.retries()));
        });
    }

    List<LetterTopic> all() {
        return topics;
    }

    /// Throws a problem where it is none of this service's.
    LetterTopic named(String name) {
        return topics.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("dead letter topic", name));
    }

    private static Set<String> topicsRead(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(it -> TOPICS_OF_A_CHANNEL.matcher(it).matches())
                .flatMap(it -> config.getValues(it, String.class).stream())
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
