package org.stockwright.security.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.security.SecurityRefusal;

/**
 * What a new password must be: long rather than adorned, because length is what makes guessing slow. Compares characters
 * and makes no text of the password, which could not be overwritten.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 256;

    private static final String HINT = "Take a passphrase of some words, for example.";

    /** Those of at least twelve characters that are tried first, in lower case; shorter ones are refused anyway. */
    private static final List<String> COMMON = List.of(
        "123456789012", "1234567890123", "12345678901234", "123456789123", "1234567891011", "123123123123",
        "112233445566", "121212121212", "102030405060", "0123456789012", "abcdefghijkl", "abcdefghijklm",
        "abcdefghijklmnopqrstuvwxyz", "qwertyuiopas", "qwertyuiop123", "qwertyuiopasdfghjkl", "qwerty123456",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "qazwsxedcrfv", "zaq12wsxcde3", "asdfghjkl123", "password1234",
        "password12345", "password123456", "passwordpassword", "passw0rd1234", "p@ssw0rd1234", "password2024",
        "password2025", "password2026", "mypassword123", "changeme1234", "changemenow1", "letmein12345",
        "letmeinplease", "welcome12345", "welcome123456", "admin1234567", "administrator", "administrator1",
        "adminadminadmin", "iloveyou1234", "iloveyouforever", "monkey123456", "dragon123456", "football1234",
        "baseball1234", "sunshine1234", "princess1234", "superman1234", "trustno1trustno1", "testtesttest",
        "test12345678", "correcthorsebatterystaple", "correct horse battery staple", "stockwright1", "stockwright12",
        "stockwright123", "stockwright1234", "warehouse1234", "inventory1234");

    private PasswordRules() {
        // only rules
    }

    /** Why a user may not have this password; empty when he may. */
    static Optional<Refusal> refusal(String user, char[] password) {
        int characters = Character.codePointCount(password, 0, password.length);
        if (characters < SHORTEST) {
            return Optional.of(Refusal.of(SecurityRefusal.PASSWORD_TOO_SHORT, SHORTEST).hint(HINT));
        }
        if (characters > LONGEST) {
            return Optional.of(Refusal.of(SecurityRefusal.PASSWORD_TOO_LONG, LONGEST));
        }
        if (isRepeated(user, password)) {
            return Optional.of(Refusal.of(SecurityRefusal.PASSWORD_HAS_NAME).hint(HINT));
        }
        if (isOneCharacter(password) || COMMON.stream().anyMatch(common -> isEqual(common, password))) {
            return Optional.of(Refusal.of(SecurityRefusal.PASSWORD_COMMON).hint(HINT));
        }
        return Optional.empty();
    }

    private static boolean isEqual(String text, char[] password) {
        return text.length() == password.length && isRepeated(text, password, password.length);
    }

    /** Whether it is the text once or several times, with digits or signs behind it, whatever the case. */
    private static boolean isRepeated(String text, char[] password) {
        int end = password.length;
        while (end > 0) {
            if (isRepeated(text, password, end)) {
                return true;
            }
            if (Character.isLetter(password[end - 1])) {
                return false;
            }
            end--;
        }
        return false;
    }

    private static boolean isRepeated(String text, char[] password, int end) {
        if (text.isEmpty() || end % text.length() != 0) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (Character.toLowerCase(password[i]) != Character.toLowerCase(text.charAt(i % text.length()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneCharacter(char[] password) {
        char[] same = new char[password.length];
        Arrays.fill(same, password[0]);
        try {
            return Arrays.equals(same, password);
        } finally {
            Arrays.fill(same, '\0');
        }
    }

}
