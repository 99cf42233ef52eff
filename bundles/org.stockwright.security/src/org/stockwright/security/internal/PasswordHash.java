package org.stockwright.security.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is stored of a password: its Argon2id hash as a string in the PHC form
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, which carries the parameters that it was made with.
 */
final class PasswordHash {

    /** The parameters of today: 19 MiB, two passes, one lane, as OWASP recommends. */
    static final int MEMORY_KIB = 19 * 1024;
    static final int PASSES = 2;
    static final int LANES = 1;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** What nobody's hash goes beyond: a damaged row must not take all memory. */
    private static final int MOST_MEMORY_KIB = 1 << 20;
    private static final int MOST_PASSES = 1000;
    private static final Pattern FORM = Pattern
        .compile("\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,5}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    /** The hash of a password with the parameters of today and a salt of its own. */
    static PasswordHash of(char[] password) {
        return of(password, MEMORY_KIB, PASSES, LANES);
    }

    /** The hash of a password with other parameters. */
    static PasswordHash of(char[] password, int memoryKib, int passes, int lanes) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(memoryKib, passes, lanes, salt,
            computed(password, memoryKib, passes, lanes, salt, HASH_BYTES));
    }

    /**
     * The hash that a text in the PHC form stands for.
     *
     * @throws IllegalArgumentException when it is none that this program can check
     */
    static PasswordHash parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an Argon2id hash");
        }
        int memory = Integer.parseInt(matcher.group(1));
        int passes = Integer.parseInt(matcher.group(2));
        int lanes = Integer.parseInt(matcher.group(3));
        if (lanes < 1 || memory < 8 * lanes || memory > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("Not the parameters of an Argon2id hash");
        }
        return new PasswordHash(memory, passes, lanes, Base64.getDecoder().decode(matcher.group(4)),
            Base64.getDecoder().decode(matcher.group(5)));
    }

    /** Whether it is the hash of this password; takes as long for a wrong one. */
    boolean isOf(char[] password) {
        byte[] other = computed(password, memoryKib, passes, lanes, salt, hash.length);
        try {
            return MessageDigest.isEqual(hash, other);
        } finally {
            Arrays.fill(other, (byte) 0);
        }
    }

    /** Whether it was made with other parameters than those of today. */
    boolean isOutdated() {
        return memoryKib != MEMORY_KIB || passes != PASSES || lanes != LANES || hash.length != HASH_BYTES
            || salt.length < SALT_BYTES;
    }

    private static byte[] computed(char[] password, int memoryKib, int passes, int lanes, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memoryKib).withIterations(passes)
            .withParallelism(lanes).withSalt(salt).build());
        byte[] bytes = bytes(password);
        try {
            byte[] result = new byte[length];
            generator.generateBytes(bytes, result);
            return result;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The password in UTF-8, without a copy that nobody overwrites. */
    private static byte[] bytes(char[] password) {
        ByteBuffer buffer = null;
        try {
            buffer = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("Every character has bytes in UTF-8", e);
        } finally {
            if (buffer != null) {
                Arrays.fill(buffer.array(), (byte) 0);
            }
        }
    }

    /** The PHC form. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.format(Locale.ROOT, "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s", memoryKib, passes, lanes,
            base64.encodeToString(salt), base64.encodeToString(hash));
    }

}
