package shop.local.server;

import java.nio.file.Path;

/// How one of the servers is run embedded.
interface Program {

    /// Whatever must be there before it starts; done before each start.
    void prepare();

    Command command();

    /// Which signal makes it end in good order.
    default String stopSignal() {
        return "TERM";
    }

    /// @param durable whether the data must survive a power failure; tests rather have it fast
    static Program of(Server server, Path home, Addresses addresses, boolean durable) {
        var port = addresses.portOf(server);
        return switch (server) {
            case KAFKA -> new KafkaProgram(home, port);
            case POSTGRES -> new PostgresProgram(home, port, durable);
            case REDIS -> new RedisProgram(home, port);
            case OPENSEARCH -> new OpenSearchProgram(home, port);
            case MAILBOX -> new MailboxProgram(home, port, addresses.smtpPort());
        };
    }
}
