package shop.load.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import shop.load.measure.Json;

/// The file of a service account as Google's console gives it, with a key of its own.
///
/// @param tokenUri where its owner gets access tokens
record ServiceAccountFile(String tokenUri) {

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Json.MAPPER.writeValue(
                    file.toFile(),
                    Map.of(
                            "type", "service_account",
                            "project_id", "benchmark",
                            "client_email", "benchmark@benchmark.iam.gserviceaccount.com",
                            "private_key_id", "1",
                            "private_key", privateKey(),
                            "token_uri", tokenUri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String privateKey() {
        try {
            var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
            var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
