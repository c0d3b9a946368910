package shop.local.server;

import java.nio.file.Path;
import java.util.List;

/// GreenMail: mails come in by SMTP and are shown over HTTP. It keeps them in memory only.
record MailboxProgram(Path home, int port, int smtpPort) implements Program {

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
        return Distribution.java(
                home,
                "-Xmx128m",
                "-Dgreenmail.hostname=127.0.0.1",
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + smtpPort,
                "-Dgreenmail.auth.disabled",
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + port,
                "-jar",
                Distribution.folder()
                        .resolve("mailbox/greenmail-standalone.jar")
                        .toString());
    }
}
