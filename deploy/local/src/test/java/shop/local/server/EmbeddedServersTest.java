package shop.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Scanner;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.contracts.Topic;

/// Each server, started and used.
class EmbeddedServersTest {

    @TempDir(cleanup = CleanupMode.NEVER) // The watchdog does it, when the servers have ended.
    static Path folder;

    static Servers servers;

    @BeforeAll
    static void start() {
        Watchdog.over(folder);
        servers = new Servers(folder, Mode.EMBEDDED, Addresses.free(), Scale.TEST);
        servers.start(EnumSet.allOf(Server.class));
    }

    @Test
    void all_are_ready_and_a_second_start_changes_nothing() {
        var before = processes();

        servers.start(EnumSet.allOf(Server.class));

        assertThat(processes()).isEqualTo(before);
        assertThat(Server.values()).allMatch(it -> servers.get(it).isReady());
    }

    @Test
    void kafka_has_the_topics_of_the_shop_with_their_settings() throws Exception {
        try (var admin = kafka()) {
            var names = Topic.all().map(Topic.Spec::name).toList();

            var topics = admin.describeTopics(names).allTopicNames().get();

            assertThat(Topic.all())
                    .allSatisfy(it -> assertThat(topics.get(it.name()).partitions())
                            .as(it.name())
                            .hasSize(Math.min(3, it.mostPartitions())));
            assertThat(topics).containsKeys("order.orders.v1", "order.orders.v1.cart-service.dlq");
        }
    }

    @Test
    void creating_topics_again_alters_none() throws Exception {
        var address = servers.addresses().of(Server.KAFKA);
        TopicCreation.create(address, List.of(new NewTopic("again", 2, (short) 1)));

        TopicCreation.create(address, List.of(new NewTopic("again", 5, (short) 1), new NewTopic("new", 1, (short) 1)));

        try (var admin = kafka()) {
            var topics = admin.describeTopics(List.of("again", "new"))
                    .allTopicNames()
                    .get();
            assertThat(topics.get("again").partitions()).hasSize(2);
            assertThat(topics.get("new").partitions()).hasSize(1);
        }
    }

    @Test
    void each_service_has_a_database() throws SQLException {
        for (var name : List.of("catalog", "cart", "inventory", "orders", "notification")) {
            assertThat(query(name, "SELECT current_database()")).isEqualTo(name);
        }
    }

    @Test
    void postgres_that_is_killed_keeps_what_was_committed() throws SQLException {
        query("cart", "CREATE TABLE kept AS SELECT 42 AS answer; SELECT 1");

        servers.get(Server.POSTGRES).kill();
        servers.start(List.of(Server.POSTGRES));

        assertThat(query("cart", "SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void redis_that_is_killed_keeps_its_data_and_its_address() throws IOException {
        redis("SET kept 42");

        servers.get(Server.REDIS).kill();
        assertThat(servers.get(Server.REDIS).isReady()).isFalse();
        servers.get(Server.REDIS).start();

        assertThat(redis("GET kept")).isEqualTo("$2");
    }

    @ParameterizedTest
    @CsvSource({"appendonly, yes", "appendfsync, everysec", "maxmemory-policy, noeviction"})
    void redis_keeps_what_it_acknowledged(String setting, String value) throws IOException {
        assertThat(redisAnswer("CONFIG GET " + setting)).endsWith(value);
    }

    @Test
    void redis_that_is_paused_answers_nothing_until_it_is_resumed() {
        var redis = servers.get(Server.REDIS);

        redis.pause();
        assertThat(redis.isReady()).isFalse();
        redis.resume();

        assertThat(redis.isReady()).isTrue();
    }

    @Test
    void opensearch_indexes_a_document() throws Exception {
        assertThat(openSearch("PUT", "/things", "{}")).isEqualTo(200);

        assertThat(openSearch("PUT", "/things/_doc/1?refresh=true", "{\"name\":\"Laptop\"}"))
                .isEqualTo(201);
        assertThat(openSearch("GET", "/things/_doc/1", "")).isEqualTo(200);
    }

    @Test
    void a_mail_arrives_as_it_was_sent() throws MessagingException {
        send("ann@example.com", "Grüße", "Das kostet 5 €.");

        var mails = new Mailbox(servers.addresses().of(Server.MAILBOX)).mails("ann@example.com");

        assertThat(mails).containsExactly(new Mail("ann@example.com", "Grüße", "Das kostet 5 €."));
    }

    private static List<?> processes() {
        return EnumSet.allOf(Server.class).stream()
                .map(it -> servers.get(it).process())
                .toList();
    }

    private static Admin kafka() {
        return Admin.create(Map.of("bootstrap.servers", servers.addresses().of(Server.KAFKA)));
    }

    private static String query(String database, String sql) throws SQLException {
        var url = Databases.url(servers.addresses().of(Server.POSTGRES), database);
        try (var connection = DriverManager.getConnection(url, Databases.USER, Databases.PASSWORD);
                var statement = connection.createStatement()) {
            for (var isRows = statement.execute(sql); !isRows; isRows = statement.getMoreResults()) {}
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }

    /// The first line of the answer.
    private static String redis(String command) throws IOException {
        try (var socket = new Socket("127.0.0.1", servers.addresses().portOf(Server.REDIS))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new Scanner(socket.getInputStream()).nextLine();
        }
    }

    /// A list of two, the second: its length stands before each.
    private static String redisAnswer(String command) throws IOException {
        try (var socket = new Socket("127.0.0.1", servers.addresses().portOf(Server.REDIS))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new Scanner(socket.getInputStream()).tokens().limit(5).reduce("", (_, it) -> it);
        }
    }

    private static int openSearch(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + servers.addresses().of(Server.OPENSEARCH) + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    private static void send(String to, String subject, String text) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(servers.addresses().smtpPort()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("shop@example.com");
        mail.setRecipients(RecipientType.TO, to);
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }
}
