package shop.local.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// A pair of RSA keys as PEM files; nobody but their owner may read the private one.
record KeyFiles(Path folder) {

    private static final int BITS = 2048;

    Path publicKey() {
        return folder.resolve("public.pem");
    }

    Path privateKey() {
        return folder.resolve("private.pem");
    }

    /// The public key is written last: where it is, the pair is whole.
    void createMissing() {
        if (Files.exists(publicKey())) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var pair = generate();
            Files.deleteIfExists(privateKey());
            Files.createFile(
                    privateKey(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(privateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In PEM.
    String readPublicKey() {
        try {
            return Files.readString(publicKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PrivateKey readPrivateKey() {
        try {
            var base64 = Files.readString(privateKey()).replaceAll("-----[A-Z ]+-----", "");
            var encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("There is no private key in " + privateKey(), e);
        }
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, base64);
    }
}
