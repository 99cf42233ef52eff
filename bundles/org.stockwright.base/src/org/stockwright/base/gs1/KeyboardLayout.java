package org.stockwright.base.gs1;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What arrives when a scanner presses the keys of a US keyboard and the computer has another one. Keys in rows from the
 * upper left to the lower right, without and with Shift; a replacement character where a key gives none.
 */
enum KeyboardLayout {

    /** France. */
    FRENCH("²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!", "\uFFFD1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§"),
    /** Belgium. */
    BELGIAN("²&é\"'(§è!çà)-azertyuiop^$µqsdfghjklmùwxcvbn,;:=", "³1234567890°_AZERTYUIOP¨*£QSDFGHJKLM%WXCVBN?./+"),
    /** Germany and Austria. */
    GERMAN("^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-", "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_");

    private static final String US = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./";
    private static final String US_SHIFTED = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";

    private final Map<Character, Character> meant = new HashMap<>();

    KeyboardLayout(String plain, String shifted) {
        for (int i = 0; i < plain.length(); i++) {
            meant.put(plain.charAt(i), US.charAt(i));
            meant.put(shifted.charAt(i), US_SHIFTED.charAt(i));
        }
        meant.remove('\uFFFD');
    }

    /** What the scanner meant; empty when the text has a character that this keyboard does not give. */
    Optional<String> meant(String arrived) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arrived.length(); i++) {
            char c = arrived.charAt(i);
            Character key = c <= ' ' ? Character.valueOf(c) : meant.get(c);
            if (key == null) {
                return Optional.empty();
            }
            text.append(key.charValue());
        }
        return Optional.of(text.toString());
    }

}
