package shop.local.server;

import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.common.settings.Settings;

/// Runs OpenSearch until it is told to end.
final class OpenSearchStarter {

    /// The modules that a product search needs; each of the others costs start time and memory.
    private static final String MODULES = String.join(
            ",",
            "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
            "org.opensearch.index.mapper.MapperExtrasModulePlugin",
            "org.opensearch.index.reindex.ReindexModulePlugin",
            "org.opensearch.painless.PainlessModulePlugin",
            "org.opensearch.transport.Netty4ModulePlugin");

    private OpenSearchStarter() {}

    static void main(String[] dataAndPort) throws Exception {
        try (var runner = new OpenSearchRunner()) {
            var ended = new CountDownLatch(1);
            var main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endAfter(ended, main)));
            runner.setMaxHttpPort(-1);
            runner.onBuild((_, settings) -> configure(settings, dataAndPort[1]))
                    .build(newConfigs()
                            .basePath(dataAndPort[0])
                            .moduleTypes(MODULES)
                            .numOfNode(1)
                            .useLogger());
            ended.await();
        }
    }

    private static void endAfter(CountDownLatch ended, Thread main) {
        ended.countDown();
        try {
            main.join();
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }

    private static void configure(Settings.Builder settings, String port) {
        settings.put("discovery.type", "single-node");
        settings.put("network.host", "127.0.0.1");
        settings.put("http.port", port);
        settings.put("transport.port", "0");
        settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        settings.put("action.auto_create_index", false);
        OpenSearchProgram.SEARCH_SETTINGS.forEach(settings::put);
    }
}
