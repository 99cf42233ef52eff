package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The key of an encrypted book: 256 random bits. A file beside the database holds it, encrypted itself (AES-256 in GCM)
 * with a key that Argon2id makes of the book's password. So the password can change without writing the book anew, and
 * who has the files without the password has nothing.
 */
final class BookKey {

    private static final String FORMAT = "1";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** 64 MiB and three passes: it is asked for once when a book is opened, not at every sign-in. */
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final byte[] PURPOSE = "stockwright book key 1".getBytes(StandardCharsets.US_ASCII);

    private final byte[] key;

    private BookKey(byte[] key) {
        this.key = key;
    }

    /** A new key. */
    static BookKey make() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new BookKey(key);
    }

    /** The key as the database takes it. */
    String hex() {
        return HexFormat.of().formatHex(key);
    }

    /** Writes the key for whoever knows this password, in the place of what the file held before. */
    void write(Path file, char[] password) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, password, salt, nonce).doFinal(key);
            Base64.Encoder text = Base64.getEncoder().withoutPadding();
            Folders.replace(file, "# Written by Stockwright. Whoever loses this file or the password loses the book.\n"
                + "format=" + FORMAT + "\nsalt=" + text.encodeToString(salt) + "\nnonce=" + text.encodeToString(nonce)
                + "\nkey=" + text.encodeToString(sealed) + '\n');
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    /**
     * Reads the key.
     *
     * @return empty when this is not the password
     * @throws IOException when the file cannot be read or is damaged
     */
    static Optional<BookKey> read(Path file, char[] password) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        if (!FORMAT.equals(lines.getProperty("format"))) {
            throw new IOException(file + " is damaged, or was written by a newer program");
        }
        try {
            Base64.Decoder text = Base64.getDecoder();
            byte[] key = cipher(Cipher.DECRYPT_MODE, password, text.decode(lines.getProperty("salt", "")),
                text.decode(lines.getProperty("nonce", ""))).doFinal(text.decode(lines.getProperty("key", "")));
            return Optional.of(new BookKey(key));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static Cipher cipher(int mode, char[] password, byte[] salt, byte[] nonce)
        throws GeneralSecurityException {
        byte[] wrapping = derived(password, salt);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(wrapping, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(PURPOSE);
            return cipher;
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private static byte[] derived(char[] password, byte[] salt) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES).withParallelism(1).withSalt(salt).build());
        byte[] derived = new byte[KEY_BYTES];
        generator.generateBytes(text, derived);
        Arrays.fill(text, (byte) 0);
        Arrays.fill(bytes.array(), (byte) 0);
        return derived;
    }

}
