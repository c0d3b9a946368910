package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.byteman.agent.Main;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// The order service of a suite, started with settings of a test's own, and so that it dies at a place of the test's
/// choice.
record MortalOrderService(ServiceProcess usual, Map<String, String> settings) {

    /// The classes are loaded at the start, or by the first request to them.
    private static final Duration UNTIL_FOUND = Duration.ofSeconds(60);

    private static final Duration UNTIL_PASSED = Duration.ofSeconds(120);

    /// Lives for seconds: what the second compiler would make of it never pays.
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    MortalOrderService(Suite suite, Map<String, String> settings) {
        this(suite.process(Service.ORDER), settings);
    }

    /// Starts it, and returns when it has died there.
    void dieAt(KillPoint point) {
        var process = usual.with(settings, List.of(QUICK_START, agent(point), "-Dorg.jboss.byteman.verbose=true"));
        process.launch();
        Awaitility.await(point + " is found in the order service's code")
                .atMost(UNTIL_FOUND)
                .until(() -> point.isFound(log()) || isDead());
        assertThat(log()).matches(point::isFound, "has the place " + point + ": was it renamed?");
        Awaitility.await(point + " is passed").atMost(UNTIL_PASSED).until(() -> isDead() || point.isRefused(log()));
        assertThat(log())
                .as(point + " ended it, and it had no time to say so itself")
                .contains(point.lastWords())
                .doesNotContain("stopped in");
    }

    /// Starts it, to live.
    void start() {
        usual.with(settings, List.of()).start();
    }

    private boolean isDead() {
        return usual.process().isEmpty();
    }

    private String log() {
        try {
            return Files.readString(usual.daemon().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String agent(KillPoint point) {
        try {
            var rule = Files.writeString(usual.daemon().home().resolve(point + ".btm"), point.rule());
            return "-javaagent:%s=script:%s".formatted(byteman(), rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path byteman() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
