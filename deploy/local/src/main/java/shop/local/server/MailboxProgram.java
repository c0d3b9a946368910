package shop.local.server;

import java.nio.file.Path;

/// GreenMail: mails come in by SMTP and are shown over HTTP. It keeps them in memory only, which is enough for some
/// 40,000.
record MailboxProgram(Path home, int port, int smtpPort) implements Program {

    @Override
    public void prepare() {}

    @Override
    public Command command() {
        return Command.java(home, "-XX:+UseSerialGC", "-Xmx256m")
                .and("-Dgreenmail.smtp.hostname=127.0.0.1", "-Dgreenmail.smtp.port=" + smtpPort)
                .and("-Dgreenmail.api.hostname=127.0.0.1", "-Dgreenmail.api.port=" + port)
                .and("-Dgreenmail.auth.disabled")
                .and("-jar", Distribution.classPath("mailbox"));
    }
}
